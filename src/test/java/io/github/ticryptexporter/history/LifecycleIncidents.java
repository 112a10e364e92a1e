package io.github.ticryptexporter.history;

import static io.github.ticryptexporter.history.Minutes.HOUR;

import io.github.ticryptexporter.simulator.wire.DriveInfo;
import io.github.ticryptexporter.simulator.wire.Fleet;
import io.github.ticryptexporter.simulator.wire.UserInfo;
import io.github.ticryptexporter.simulator.wire.VMConfigInfo;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** What VMs and drives get stuck in. */
final class LifecycleIncidents {
    static final Incident STARTING = Incident.of(
            "a VM does not come up",
            HOUR,
            new StuckConfig("Starting"),
            Expected.of("TicryptVmStuckStarting", "realm", "libvirt"));

    static final Incident ONE_SILENT = Incident.of(
            "a VM is not heard of",
            80,
            silent("quiet", "libvirt", 1),
            Expected.of("TicryptVmsSilent", Map.of("realm", "libvirt", "severity", "info")));

    static final Incident MANY_SILENT = Incident.of(
            "most VMs of a realm are not heard of",
            HOUR,
            silent("lost", "libvirt2", 8),
            Expected.of("TicryptVmsSilent", Map.of("realm", "libvirt2", "severity", "critical")),
            Expected.of("TicryptVmsSilent", "realm", "libvirt2"));

    static final Incident DRIVE_STUCK = Incident.of(
            "the transfer of a drive does not end",
            2 * HOUR,
            new StuckDrive(),
            Expected.of("TicryptDriveStuckTransition", "state", "Transferring"));

    static final Incident DRIFT = Incident.of(
            "a configuration says Running and there is no VM",
            3 * HOUR,
            new StuckConfig("Running"),
            Expected.of("TicryptStateDrift", Map.of("realm", "libvirt", "kind", "running_without_vm")));

    static final Incident UNPATCHED = Incident.of(
            "a VM has run for more than a month",
            36 * HOUR,
            Acts.held(
                    (site, fleet) -> Guests.guest(fleet, "old", site.inventory().named("spare-1"), site.now()).start =
                            site.now().minus(Duration.ofDays(31)).toEpochMilli(),
                    (site, fleet) -> Guests.remove(fleet, "old")),
            Expected.of("TicryptVmsUnpatched", "realm", "libvirt"));

    static final Incident LOCKED_OUT = Incident.of(
            "eight people are locked out by wrong passwords within a minute",
            HOUR,
            new LockedOut(8),
            Expected.of("TicryptLockoutWave", "cause", "FailedPassword"));

    private LifecycleIncidents() {}

    private static Act silent(String name, String realm, int count) {
        List<String> names =
                IntStream.range(0, count).mapToObj(n -> name + " " + n).toList();
        return Acts.held(
                (site, fleet) -> names.forEach(guest ->
                        Guests.guest(fleet, guest, site.inventory().of(realm).get(0), site.now()).lastPing =
                                site.now().minus(Duration.ofMinutes(20)).toEpochMilli()),
                (site, fleet) -> names.forEach(guest -> Guests.remove(fleet, guest)));
    }

    /** A stopped configuration without a VM that says otherwise. */
    private static final class StuckConfig implements Act {
        private final String state;
        private String id = "";

        StuckConfig(String state) {
            this.state = state;
        }

        @Override
        public void begin(WatchedSite site) {
            site.edit(fleet -> id = fleet.realm("libvirt").configs.values().stream()
                    .filter(config -> config.state.equals("Stopped"))
                    .findFirst()
                    .orElseThrow()
                    .id);
        }

        @Override
        public void goOn(WatchedSite site) {
            site.edit(fleet -> config(fleet).state = state);
        }

        @Override
        public void end(WatchedSite site) {
            site.edit(fleet -> config(fleet).state = "Stopped");
        }

        private VMConfigInfo config(Fleet fleet) {
            return fleet.realm("libvirt").configs.getOrDefault(id, new VMConfigInfo());
        }
    }

    /** A drive that has been transferred for five hours already. */
    private static final class StuckDrive implements Act {
        private String id = "";
        private long since;

        @Override
        public void begin(WatchedSite site) {
            since = site.now().minus(Duration.ofHours(5)).toEpochMilli();
            site.edit(fleet -> id = fleet.drives.values().stream()
                    .filter(drive -> drive.state.equals("Ready"))
                    .findFirst()
                    .orElseThrow()
                    .id);
        }

        @Override
        public void goOn(WatchedSite site) {
            site.edit(fleet -> become(fleet, "Transferring", since));
        }

        @Override
        public void end(WatchedSite site) {
            site.edit(fleet -> become(fleet, "Ready", site.now().toEpochMilli()));
        }

        private void become(Fleet fleet, String state, long change) {
            DriveInfo drive = fleet.drives.getOrDefault(id, new DriveInfo());
            drive.state = state;
            drive.stateChange = change;
        }
    }

    /** So many who were active are locked out, until all of them are let in again. */
    private static final class LockedOut implements Act {
        private final int count;
        private List<UserInfo> locked = List.of();

        LockedOut(int count) {
            this.count = count;
        }

        @Override
        public void begin(WatchedSite site) {
            site.edit(fleet -> {
                locked = fleet.users.values().stream()
                        .filter(user -> user.state.equals("Active"))
                        .limit(count)
                        .toList();
                locked.forEach(user -> {
                    user.state = "Deactivated";
                    user.deactivationType = "FailedPassword";
                });
            });
        }

        @Override
        public void end(WatchedSite site) {
            site.edit(fleet -> locked.forEach(user -> {
                user.state = "Active";
                user.deactivationType = null;
            }));
        }
    }
}
