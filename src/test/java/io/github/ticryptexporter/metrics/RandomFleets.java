package io.github.ticryptexporter.metrics;

import static io.github.ticryptexporter.testing.Entries.host;
import static io.github.ticryptexporter.testing.Vms.vm;

import io.github.ticryptexporter.fleet.DriveInfo;
import io.github.ticryptexporter.fleet.DriveState;
import io.github.ticryptexporter.fleet.Quota;
import io.github.ticryptexporter.fleet.TeamInfo;
import io.github.ticryptexporter.fleet.VmInfo;
import io.github.ticryptexporter.testing.Drives;
import io.github.ticryptexporter.testing.Entries;
import io.github.ticryptexporter.testing.ManualClock;
import io.github.ticryptexporter.testing.Snapshots;
import io.github.ticryptexporter.testing.Teams;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Sites with any number of teams and hosts, of which some have limits, some are in no list, and some are called other. */
final class RandomFleets {

    private static final List<String> REALMS = List.of("libvirt", "libvirt2");
    private static final List<String> DEVICES = List.of("gpu-nvidia", "fpga");
    private static final List<DriveState> STATES = List.of(DriveState.values());

    private final Random random;
    private final int teams;
    private final int hosts;

    private RandomFleets(Random random) {
        this.random = random;
        this.teams = random.nextInt(25);
        this.hosts = random.nextInt(8);
    }

    /** The same site for the same seed. */
    static Exposed site(long seed) {
        return new RandomFleets(new Random(seed)).made();
    }

    private Exposed made() {
        Snapshots fleet = Snapshots.knowing(REALMS.toArray(String[]::new))
                .drives(many(60, this::drive).toArray(DriveInfo[]::new))
                .teams(IntStream.range(0, teams).mapToObj(this::team).toArray(TeamInfo[]::new));
        REALMS.forEach(realm -> fleet.vms(realm, many(40, i -> anyVm(realm + i)).toArray(VmInfo[]::new)));
        return Exposed.of(fleet.made())
                .with(many(hosts + 1, this::entry).toArray(Entries[]::new))
                .with(new MetricSettings(
                        PrivacyLevel.NAMED,
                        HostPseudonyms.PLAIN,
                        Map.of(),
                        List.of(new AlertExemption(id("team-", 0), "SomeAlert")),
                        MetricSettings.DEFAULT_SERIES_LIMIT));
    }

    private <T> Stream<T> many(int most, IntFunction<T> one) {
        return IntStream.range(0, random.nextInt(most + 1)).mapToObj(one);
    }

    private TeamInfo team(int i) {
        Teams team = Teams.team(id("team-", i))
                .named("Invented")
                .quota(quota())
                .perUser(quota())
                .members("user-" + i);
        return (random.nextBoolean() ? team.ends(ManualClock.START) : team).made();
    }

    private Quota quota() {
        return new Quota(limit(), limit(), amounts(List.of("drives", "vault")), amounts(DEVICES));
    }

    private @Nullable Long limit() {
        return random.nextInt(4) == 0 ? null : (Long) (long) random.nextInt(50);
    }

    private Map<String, Long> amounts(List<String> types) {
        Map<String, Long> amounts = new HashMap<>();
        types.stream()
                .filter(type -> random.nextBoolean())
                .forEach(type -> amounts.put(type, (long) random.nextInt(9)));
        return amounts;
    }

    private VmInfo anyVm(String id) {
        int host = random.nextInt(hosts + 3);
        return vm(id).reachedAt("10.0.0." + host)
                .team(random.nextInt(9) == 0 ? null : id("team-", random.nextInt(teams + 1)))
                .takes(random.nextInt(9), random.nextInt(9), amounts(DEVICES))
                .made();
    }

    private DriveInfo drive(int i) {
        return Drives.drive("drive-" + i)
                .in(REALMS.get(random.nextInt(2)))
                .team(id("team-", random.nextInt(teams + 1)))
                .holds(random.nextInt(100))
                .state(STATES.get(random.nextInt(STATES.size())))
                .made();
    }

    private Entries entry(int i) {
        Entries entry = host(id("host-", i)).in(REALMS.get(random.nextInt(2))).sshHost("10.0.0." + i);
        return random.nextInt(4) == 0 ? entry.drained() : entry.owning(64, 512, amounts(DEVICES));
    }

    /** The fourth of each kind is called like the row that others are folded into. */
    private static String id(String prefix, int i) {
        return i == 3 ? "other" : prefix + i;
    }
}
