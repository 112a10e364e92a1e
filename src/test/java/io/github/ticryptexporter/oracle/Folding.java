package io.github.ticryptexporter.oracle;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which teams and hosts an exposition has left out for its series budget, and what must be there instead.
 *
 * <p>Ambiguous: hosts are folded realm by realm. An exemption from an alert says 1, as an info does, and is not summed. A
 * host's capacity is a limit; where only some of the folded hosts have one, the row may be there or not.
 *
 * @param objectsGone whether the families of section 8 are left out
 */
record Folding(boolean objectsGone, Set<String> teams, Set<Host> hosts) {
    static final String REST = "other";

    private static final Set<String> ADDITIVE = Set.of(
            "ticrypt_team_members",
            "ticrypt_team_vms",
            "ticrypt_team_drives",
            "ticrypt_team_cores_used",
            "ticrypt_team_memory_used_bytes",
            "ticrypt_team_storage_used_bytes",
            "ticrypt_team_devices_used",
            "ticrypt_team_users_at_quota",
            "ticrypt_host_vms",
            "ticrypt_host_vcpus_allocated",
            "ticrypt_host_memory_allocated_bytes",
            "ticrypt_host_devices_allocated");

    private static final Set<String> TEAM_LIMITS = Set.of(
            "ticrypt_team_cores_limit",
            "ticrypt_team_memory_limit_bytes",
            "ticrypt_team_storage_limit_bytes",
            "ticrypt_team_devices_limit");

    private static final Set<String> CAPACITIES = Set.of(
            "ticrypt_host_vcpus_capacity", "ticrypt_host_memory_capacity_bytes", "ticrypt_host_devices_capacity");

    /** A host of a realm. */
    record Host(String realm, String name) {}

    /** What this exposition has folded of all that there is. */
    static Folding seenIn(Exposition exposition, Map<String, Double> unfolded) {
        Set<String> teams = new TreeSet<>();
        Set<Host> hosts = new HashSet<>();
        Set<String> keptTeams = new HashSet<>();
        Set<Host> keptHosts = new HashSet<>();
        collect(unfolded.keySet(), teams, hosts);
        collect(exposition.samples().keySet(), keptTeams, keptHosts);
        teams.removeAll(keptTeams);
        hosts.removeAll(keptHosts);
        return new Folding(!hasObjects(exposition.samples()) && hasObjects(unfolded), teams, hosts);
    }

    static void collect(Set<String> series, Set<String> teams, Set<Host> hosts) {
        for (String one : series) {
            Map<String, String> labels = SeriesName.labelsOf(one);
            if (one.startsWith("ticrypt_team_members{")) {
                teams.add(labels.getOrDefault("team", ""));
            } else if (one.startsWith("ticrypt_host_")) {
                hosts.add(host(labels));
            }
        }
    }

    private static Host host(Map<String, String> labels) {
        return new Host(labels.getOrDefault("realm", ""), labels.getOrDefault("host", ""));
    }

    static boolean hasObjects(Map<String, Double> samples) {
        return samples.keySet().stream().anyMatch(series -> Families.SECTION_8.contains(SeriesName.nameOf(series)));
    }

    /** The series that must be there, and the sums that may. */
    Expected of(Map<String, Double> unfolded) {
        NavigableMap<String, Double> must = new TreeMap<>();
        Map<String, Map<String, Double>> parts = new TreeMap<>();
        unfolded.forEach((series, value) -> {
            String family = SeriesName.nameOf(series);
            Map<String, String> labels = SeriesName.labelsOf(series);
            if (isFolded(family, labels)) {
                parts.computeIfAbsent(restOf(family, labels), rest -> new HashMap<>())
                        .put(series, value);
            } else if (!objectsGone || !Families.SECTION_8.contains(family)) {
                must.put(series, value);
            }
        });
        NavigableMap<String, Double> may = new TreeMap<>();
        parts.forEach((rest, folded) -> addSum(rest, folded, must, may));
        return new Expected(must, may);
    }

    /**
     * @param must the series that are there, with their values
     * @param may series that may be there, with the values that they then have
     */
    record Expected(NavigableMap<String, Double> must, NavigableMap<String, Double> may) {}

    private boolean isFolded(String family, Map<String, String> labels) {
        if (family.startsWith("ticrypt_host_")) {
            return hosts.contains(host(labels));
        }
        return !Families.SECTION_8.contains(family) && teams.contains(labels.getOrDefault("team", ""));
    }

    private static String restOf(String family, Map<String, String> labels) {
        Map<String, String> rest = new TreeMap<>(labels);
        rest.put(family.startsWith("ticrypt_host_") ? "host" : "team", REST);
        return SeriesName.of(family, rest);
    }

    private void addSum(String rest, Map<String, Double> folded, Map<String, Double> must, Map<String, Double> may) {
        String family = SeriesName.nameOf(rest);
        double sum = folded.values().stream().mapToDouble(Double::doubleValue).sum();
        String realm = SeriesName.labelsOf(rest).getOrDefault("realm", "");
        long hostsThere =
                hosts.stream().filter(host -> host.realm().equals(realm)).count();
        if (ADDITIVE.contains(family)
                || (TEAM_LIMITS.contains(family) && folded.size() == teams.size())
                || (CAPACITIES.contains(family) && folded.size() == hostsThere)) {
            must.put(rest, sum);
        } else if (CAPACITIES.contains(family)) {
            may.put(rest, sum);
        }
    }

    /** Each folding that folds one team less, or, when hosts are folded, one host less. */
    List<Folding> oneLess() {
        if (!hosts.isEmpty()) {
            return hosts.stream()
                    .map(host -> new Folding(objectsGone, teams, without(hosts, host)))
                    .toList();
        }
        if (!teams.isEmpty()) {
            return teams.stream()
                    .map(team -> new Folding(objectsGone, without(teams, team), hosts))
                    .toList();
        }
        return objectsGone ? List.of(new Folding(false, teams, hosts)) : List.of();
    }

    private static <T> Set<T> without(Set<T> all, T one) {
        Set<T> rest = new HashSet<>(all);
        rest.remove(one);
        return rest;
    }
}
