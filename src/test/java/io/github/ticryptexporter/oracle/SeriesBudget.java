package io.github.ticryptexporter.oracle;

import io.github.ticryptexporter.oracle.Folding.Expected;
import io.github.ticryptexporter.oracle.Folding.Host;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;

/**
 * The contract's series budget: what must have become of all that there is, once an exposition says what it folded.
 *
 * <p>Ambiguous: the series that count are those of the fleet, hence of section 1 only the two that follow from the lists.
 * Smallest use is no more than this: whoever uses strictly less of everything, and no more devices, is folded first.
 *
 * @param unfolded the series of {@link Families#all()} that there would be without a limit
 */
public record SeriesBudget(Map<String, Double> unfolded, long limit) {
    private static final List<String> TEAM_USE = List.of(
            "ticrypt_team_vms",
            "ticrypt_team_cores_used",
            "ticrypt_team_memory_used_bytes",
            "ticrypt_team_storage_used_bytes",
            "ticrypt_team_drives");

    private static final List<String> HOST_USE =
            List.of("ticrypt_host_vms", "ticrypt_host_vcpus_allocated", "ticrypt_host_memory_allocated_bytes");

    /** Empty when the exposition keeps the budget's rules; else what it breaks, a rule a line. */
    public String violations(Exposition exposition) {
        Folding folding = Folding.seenIn(exposition, unfolded);
        List<String> broken = new ArrayList<>();
        checkSums(folding, exposition, broken);
        checkOrder(folding, broken);
        checkSize(folding, exposition, broken);
        return String.join("\n", broken);
    }

    /** How many series of the fleet an exposition has. */
    public static long fleetSeries(Exposition exposition) {
        return exposition.samples().keySet().stream()
                .filter(series -> Families.all().contains(SeriesName.nameOf(series)))
                .count();
    }

    private void checkSums(Folding folding, Exposition exposition, List<String> broken) {
        Expected expected = folding.of(unfolded);
        Map<String, Double> wanted = new TreeMap<>(expected.must());
        expected.may().forEach((series, value) -> {
            if (exposition.samples().containsKey(series)) {
                wanted.put(series, value);
            }
        });
        String differences = Comparison.differences(wanted, exposition, Families.all());
        if (!differences.isEmpty()) {
            broken.add(differences);
        }
    }

    private void checkOrder(Folding folding, List<String> broken) {
        Set<String> allTeams = new HashSet<>();
        Set<Host> allHosts = new HashSet<>();
        Folding.collect(unfolded.keySet(), allTeams, allHosts);
        if (!folding.teams().isEmpty() && !folding.objectsGone() && Folding.hasObjects(unfolded)) {
            broken.add("teams are folded while objects are there");
        }
        if (!folding.hosts().isEmpty() && !folding.teams().equals(allTeams)) {
            broken.add("hosts are folded while teams are there");
        }
        keptAgainstUse(allTeams, folding.teams(), this::usesLess, broken);
        keptAgainstUse(allHosts, folding.hosts(), this::usesLess, broken);
    }

    private static <T> void keptAgainstUse(Set<T> all, Set<T> folded, BiPredicate<T, T> usesLess, List<String> broken) {
        Set<T> kept = new HashSet<>(all);
        kept.removeAll(folded);
        kept.stream()
                .flatMap(one -> folded.stream()
                        .filter(other -> usesLess.test(one, other))
                        .map(other -> one + " is kept and uses less of everything than " + other))
                .sorted()
                .forEach(broken::add);
    }

    private boolean usesLess(String team, String other) {
        return usesLess(Map.of("team", team), Map.of("team", other), TEAM_USE, "ticrypt_team_devices_used");
    }

    private boolean usesLess(Host host, Host other) {
        return usesLess(labels(host), labels(other), HOST_USE, "ticrypt_host_devices_allocated");
    }

    private boolean usesLess(Map<String, String> one, Map<String, String> other, List<String> use, String devices) {
        return use.stream().allMatch(family -> sum(family, one) < sum(family, other))
                && sum(devices, one) <= sum(devices, other);
    }

    private static Map<String, String> labels(Host host) {
        return Map.of("realm", host.realm(), "host", host.name());
    }

    private double sum(String family, Map<String, String> labels) {
        return unfolded.entrySet().stream()
                .filter(series -> SeriesName.nameOf(series.getKey()).equals(family))
                .filter(series ->
                        SeriesName.labelsOf(series.getKey()).entrySet().containsAll(labels.entrySet()))
                .mapToDouble(Map.Entry::getValue)
                .sum();
    }

    private void checkSize(Folding folding, Exposition exposition, List<String> broken) {
        long size = fleetSeries(exposition);
        if (size > limit) {
            broken.add(size + " series, the limit is " + limit);
        }
        List<Folding> less = folding.oneLess();
        if (!less.isEmpty() && less.stream().allMatch(other -> size(other.of(unfolded), exposition) <= limit)) {
            broken.add(size + " series, and with any one thing more still within the limit of " + limit);
        }
    }

    /** An exposition that shows a sum which it need not show has it with one thing more, too. */
    private static long size(Expected expected, Exposition exposition) {
        return expected.must().size()
                + expected.may().keySet().stream()
                        .filter(exposition.samples()::containsKey)
                        .count();
    }
}
