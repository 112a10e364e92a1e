package io.github.ticryptexporter.history;

import static io.github.ticryptexporter.history.Minutes.DAY;
import static io.github.ticryptexporter.history.Minutes.HOUR;

import io.github.ticryptexporter.simulator.wire.DriveInfo;
import io.github.ticryptexporter.simulator.wire.Fleet;
import io.github.ticryptexporter.simulator.wire.QuotasTyped;
import io.github.ticryptexporter.simulator.wire.TeamInfo;
import io.github.ticryptexporter.simulator.wire.VirtualMachine;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What teams run into, each a team of its own. */
final class TeamIncidents {
    private static final long TIB = 1L << 40;
    private static final String GPU = "gpu-nvidia";
    private static final int LONG = 36 * HOUR;

    static final Incident CORES_ALMOST_FULL = Incident.of(
            "a team uses 93 % of its cores",
            2 * HOUR, cores("almost", 0, 0.93), Expected.of("TicryptTeamQuotaAlmostFull", "resource", "cores"));

    static final Incident STORAGE_ALMOST_FULL = Incident.of(
            "a team uses 88 % of its storage",
            2 * HOUR,
            storage("storage", 1, 0.88, 0.88, HOUR),
            Expected.of("TicryptTeamQuotaAlmostFull", Map.of("resource", "storage", "type", "drives")));

    static final Incident FULL = Incident.of(
            "a team uses all its cores",
            2 * HOUR,
            cores("full", 2, 1),
            Expected.of("TicryptTeamQuotaFull", "resource", "cores"),
            Expected.of("TicryptTeamQuotaAlmostFull", "resource", "cores"));

    static final Incident CORES_LOWERED = Incident.of(
            "a team's limit of cores is lowered an hour later below what it uses",
            3 * HOUR,
            new TeamAct(3, (site, fleet, team, since) -> {
                team.teamQuotas.cores = since < HOUR ? 400L : 200L;
                use(300, guest(site, fleet, "lowered", team), fleet, team);
            }),
            Expected.of("TicryptTeamQuotaExceeded", "resource", "cores"));

    static final Incident STORAGE_EXCEEDED = Incident.of(
            "a team has more storage than its limit",
            2 * HOUR,
            storage("exceeded", 4, 1.2, 1.2, HOUR),
            Expected.of("TicryptTeamQuotaExceeded", Map.of("resource", "storage", "type", "drives")));

    static final Incident NO_DEVICES = Incident.of(
            "a team without a right to devices uses one",
            2 * HOUR,
            new TeamAct(5, (site, fleet, team, since) -> {
                team.teamQuotas.devices = Map.of(GPU, 0L);
                guest(site, fleet, "device", team).resources = Guests.taking(1, 1, 1);
            }),
            Expected.of("TicryptTeamQuotaExceeded", Map.of("resource", "devices", "type", GPU)));

    static final Incident STORAGE_GROWS = Incident.of(
            "a team's storage grows from 40 % to 84 % in a month",
            30 * DAY,
            storage("growing", 6, 0.40, 0.84, 30 * DAY),
            Expected.of("TicryptTeamStorageForecast", "resource", "storage"));

    /** One jump, which a forecast may not take for growth. */
    static final Incident IMPORT = Incident.passing(
            "a team's storage grows from 55 % to 75 % in a day and no more",
            25 * DAY, storage("import", 6, 0.55, 0.75, DAY));

    static final Incident MEMBER_STUCK = Incident.of(
            "a member uses all cores that one may",
            4 * HOUR,
            new TeamAct(7, (site, fleet, team, since) -> {
                team.perUserQuotas.cores = 64L;
                team.teamQuotas.cores = null;
                VirtualMachine vm = guest(site, fleet, "member", team);
                vm.owner = team.members.get(0).id;
                vm.resources = Guests.taking(64, 1, 0);
            }),
            Expected.of("TicryptTeamUserQuotaAlmostFull", "resource", "cores"));

    static final Incident UNLIMITED = Incident.of(
            "a team without a memory limit uses an eighth of the fleet",
            LONG,
            new TeamAct(8, (site, fleet, team, since) -> {
                team.teamQuotas.memory = null;
                team.perUserQuotas = new QuotasTyped();
                for (int part = 2; part <= 4; part++) {
                    VirtualMachine vm = guest(site, fleet, part, team);
                    vm.resources = Guests.taking(1, site.inventory().memoryBytes() / 24, 0);
                }
            }),
            Expected.of("TicryptTeamUnlimitedHeavyUser"));

    static final Incident EXPIRED = Incident.of(
            "a team's access ends and its VM runs on",
            LONG,
            new TeamAct(9, (site, fleet, team, since) -> {
                team.endDate = Math.min(
                        team.endDate == null ? Long.MAX_VALUE : team.endDate,
                        site.now().toEpochMilli());
                guest(site, fleet, "expired", team).resources = Guests.taking(2, 1, 0);
            }),
            Expected.of("TicryptTeamExpiredHoldingResources"));

    static final Incident OVERSOLD = Incident.of(
            "a team is promised three times the memory of all hosts",
            LONG,
            new TeamAct(
                    0,
                    (site, fleet, team, since) ->
                            team.teamQuotas.memory = 3 * site.inventory().memoryBytes()),
            Expected.of("TicryptQuotaOversold", "resource", "memory"));

    private TeamIncidents() {}

    /** A team that uses this share of 200 cores. */
    private static Act cores(String name, int team, double share) {
        return new TeamAct(team, (site, fleet, info, since) -> {
            info.teamQuotas.cores = 200L;
            use(Math.round(200 * share), guest(site, fleet, name, info), fleet, info);
        });
    }

    private static void use(long cores, VirtualMachine guest, Fleet fleet, TeamInfo team) {
        guest.resources = Guests.taking(cores - coresBeside(fleet, team, guest), 1, 0);
    }

    private static long coresBeside(Fleet fleet, TeamInfo team, VirtualMachine guest) {
        return vms(fleet)
                .filter(vm -> vm != guest && team.id.equals(vm.team) && vm.resources != null)
                .mapToLong(vm -> vm.resources == null ? 0 : vm.resources.vcpus)
                .sum();
    }

    private static Stream<VirtualMachine> vms(Fleet fleet) {
        return fleet.realms.values().stream().flatMap(realm -> realm.vms.values().stream());
    }

    /** A team that uses a share of 200 TiB which rises from one to another within some minutes. */
    private static Act storage(String name, int team, double from, double to, int minutes) {
        return new TeamAct(team, new Filling("storage " + name, from, to, minutes));
    }

    private static VirtualMachine guest(WatchedSite site, Fleet fleet, String name, TeamInfo team) {
        VirtualMachine vm = Guests.guest(fleet, name, site.inventory().named("spare-2"), site.now());
        vm.team = team.id;
        return vm;
    }

    private static VirtualMachine guest(WatchedSite site, Fleet fleet, int part, TeamInfo team) {
        VirtualMachine vm = Guests.guest(fleet, "part " + part, site.inventory().named("spare-" + part), site.now());
        vm.team = team.id;
        return vm;
    }

    /** What happens to a team, so many minutes after it began. */
    private interface Change {
        void make(WatchedSite site, Fleet fleet, TeamInfo team, int since);
    }

    private static final class Filling implements Change {
        private static final long LIMIT = 200 * TIB;

        private final String id;
        private final double from;
        private final double to;
        private final int minutes;

        Filling(String id, double from, double to, int minutes) {
            this.id = id;
            this.from = from;
            this.to = to;
            this.minutes = minutes;
        }

        @Override
        public void make(WatchedSite site, Fleet fleet, TeamInfo team, int since) {
            team.teamQuotas.storage = Map.of("drives", LIMIT);
            team.perUserQuotas = new QuotasTyped();
            DriveInfo drive = fleet.drives.computeIfAbsent(id, none -> new DriveInfo());
            drive.id = id;
            drive.team = team.id;
            drive.owner = team.members.get(0).id;
            drive.realmID = "libvirt";
            drive.format = "ext4";
            // Motion leaves alone what is being transferred.
            drive.state = "Transferring";
            drive.created = site.now().toEpochMilli();
            drive.stateChange = site.now().toEpochMilli();
            double share = from + (to - from) * Math.min(since, minutes) / minutes;
            drive.capacity = Math.max(1, (long) (LIMIT * share) - beside(fleet, team));
        }

        private long beside(Fleet fleet, TeamInfo team) {
            return fleet.drives.values().stream()
                    .filter(drive -> team.id.equals(drive.team) && !drive.id.equals(id))
                    .mapToLong(drive -> drive.capacity)
                    .sum();
        }
    }

    /** Changes a team's own quotas and dates, and puts them back; its guests and what fills it go. */
    private static final class TeamAct implements Act {
        private final int index;
        private final Change change;
        private QuotasTyped team = new QuotasTyped();
        private QuotasTyped perUser = new QuotasTyped();
        private List<Long> end = List.of();
        private int begun;

        TeamAct(int index, Change change) {
            this.index = index;
            this.change = change;
        }

        private TeamInfo team(Fleet fleet) {
            return List.copyOf(fleet.teams.values()).get(index);
        }

        @Override
        public Map<String, String> concerned(WatchedSite site) {
            Map<String, String> labels = new HashMap<>();
            site.edit(fleet -> labels.put("team", team(fleet).id.replace("team|", "")));
            return labels;
        }

        @Override
        public void begin(WatchedSite site) {
            begun = site.minute();
            site.edit(fleet -> {
                TeamInfo info = team(fleet);
                team = info.teamQuotas;
                perUser = info.perUserQuotas;
                end = info.endDate == null ? List.of() : List.of(info.endDate);
                info.teamQuotas = copy(team);
                info.perUserQuotas = copy(perUser);
            });
        }

        private static QuotasTyped copy(QuotasTyped quotas) {
            QuotasTyped copy = new QuotasTyped();
            copy.cores = quotas.cores;
            copy.memory = quotas.memory;
            copy.storage = quotas.storage;
            copy.devices = quotas.devices;
            return copy;
        }

        @Override
        public void goOn(WatchedSite site) {
            site.edit(fleet -> change.make(site, fleet, team(fleet), site.minute() - begun));
        }

        @Override
        public void end(WatchedSite site) {
            site.edit(fleet -> {
                TeamInfo info = team(fleet);
                keepWhatWasGiven(info.teamQuotas.storage);
                info.teamQuotas = team;
                info.perUserQuotas = perUser;
                info.endDate = end.isEmpty() ? null : end.get(0);
                fleet.realms
                        .values()
                        .forEach(realm -> realm.vms
                                .values()
                                .removeIf(vm -> vm.name.equals(Guests.NAME) && info.id.equals(vm.team)));
                fleet.drives.keySet().removeIf(id -> id.startsWith("storage ") && info.id.equals(teamOf(fleet, id)));
            });
        }

        /** A limit of storage that was raised stays: in a month the team has made drives under it. */
        private void keepWhatWasGiven(@Nullable Map<String, Long> storage) {
            if (storage != null && team.storage != null && drives(storage) > drives(team.storage)) {
                team.storage = storage;
            }
        }

        private static long drives(Map<String, Long> storage) {
            return storage.getOrDefault("drives", Long.MAX_VALUE);
        }

        private static String teamOf(Fleet fleet, String drive) {
            DriveInfo info = fleet.drives.get(drive);
            return info == null || info.team == null ? "" : info.team;
        }
    }
}
