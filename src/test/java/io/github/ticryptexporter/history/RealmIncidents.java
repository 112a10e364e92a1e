package io.github.ticryptexporter.history;

import static io.github.ticryptexporter.history.Minutes.DAY;
import static io.github.ticryptexporter.history.Minutes.HOUR;

import io.github.ticryptexporter.simulator.SimulatedHost;
import io.github.ticryptexporter.simulator.wire.Fleet;
import io.github.ticryptexporter.simulator.wire.VirtualMachine;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What realms and their hosts run out of. */
final class RealmIncidents {
    private static final String GPU = "gpu-nvidia";
    private static final String GPU_HOST = "host-004";

    static final Incident HOST_FULL = Incident.of(
            "97 % of a host's memory is given away",
            2 * HOUR,
            new Filling("libvirt", List.of("spare-1"), 0.97, 0.97, 1),
            Expected.of("TicryptHostMemorySaturated", "host", "spare-1"));

    static final Incident HOST_OVERCOMMITTED = Incident.of(
            "a host has promised each vCPU four and a half times",
            3 * HOUR,
            Acts.held(
                    (site, fleet) -> {
                        SimulatedHost host = site.inventory().named("spare-1");
                        Guests.guest(fleet, "vcpus", host, site.now()).resources =
                                Guests.taking(host.vcpus() * 9L / 2, 1, 0);
                    },
                    (site, fleet) -> Guests.remove(fleet, "vcpus")),
            Expected.of("TicryptHostVcpuOvercommit", "host", "spare-1"));

    static final Incident REALM_FULL = Incident.of(
            "90 % of a realm's memory is given away",
            2 * HOUR,
            new Filling("libvirt", List.of(), 0.9, 0.9, 1),
            Expected.of("TicryptRealmSaturated", Map.of("realm", "libvirt", "severity", "warning")),
            notTolerant("libvirt"),
            cannotFit("libvirt"));

    static final Incident REALM_VERY_FULL = Incident.of(
            "97 % of a realm's memory is given away",
            2 * HOUR,
            new Filling("libvirt2", List.of(), 0.97, 0.97, 1),
            Expected.of("TicryptRealmSaturated", Map.of("realm", "libvirt2", "severity", "critical")),
            Expected.of("TicryptRealmSaturated", "realm", "libvirt2"),
            Expected.of("TicryptHostMemorySaturated", "realm", "libvirt2"),
            notTolerant("libvirt2"),
            cannotFit("libvirt2"));

    static final Incident NO_ROOM = Incident.of(
            "no host of a realm has room for a large VM",
            2 * HOUR,
            new Filling("libvirt", List.of(), 0.8, 0.8, 1),
            cannotFit("libvirt"),
            notTolerant("libvirt"));

    static final Incident NOT_FAILURE_TOLERANT = Incident.of(
            "a realm could not lose a host",
            3 * HOUR,
            new Filling("libvirt", List.of(), 0.74, 0.74, 1),
            notTolerant("libvirt"));

    static final Incident DEVICES_TAKEN = Incident.of(
            "all GPUs of a realm are taken",
            2 * HOUR,
            Acts.held(RealmIncidents::takeDevices, (site, fleet) -> Guests.remove(fleet, "devices")),
            Expected.of("TicryptDevicesExhausted", Map.of("realm", "libvirt", "device", GPU)));

    static final Incident REALM_GROWS = Incident.of(
            "a realm's memory grows from 30 % to 82 % in a month",
            30 * DAY,
            new Filling("libvirt2", List.of(), 0.30, 0.82, 30 * DAY),
            Expected.of("TicryptRealmCapacityForecast", "realm", "libvirt2"),
            notTolerant("libvirt2"),
            cannotFit("libvirt2"));

    private RealmIncidents() {}

    private static Expected notTolerant(String realm) {
        return Expected.of("TicryptRealmNotFailureTolerant", "realm", realm);
    }

    private static Expected cannotFit(String realm) {
        return Expected.of("TicryptRealmCannotFitLargeVm", "realm", realm);
    }

    private static void takeDevices(WatchedSite site, Fleet fleet) {
        VirtualMachine guest = Guests.guest(fleet, "devices", site.inventory().named(GPU_HOST), site.now());
        int others = fleet.realm("libvirt").vms.values().stream()
                .filter(vm -> vm != guest && vm.resources != null)
                .mapToInt(vm -> Objects.requireNonNull(vm.resources).devices.getOrDefault(GPU, 0))
                .sum();
        int all = Objects.requireNonNull(
                site.inventory().named(GPU_HOST).devices().get(GPU));
        guest.resources = Guests.taking(1, 1, Math.max(0, all - others));
    }

    /** Gives away a share of the memory of hosts, which rises from one to another; of all hosts of the realm if none is named. */
    private static final class Filling implements Act {
        private final String realm;
        private final List<String> names;
        private final double from;
        private final double to;
        private final int minutes;
        private int begun;

        Filling(String realm, List<String> names, double from, double to, int minutes) {
            this.realm = realm;
            this.names = names;
            this.from = from;
            this.to = to;
            this.minutes = minutes;
        }

        @Override
        public void begin(WatchedSite site) {
            begun = site.minute();
        }

        @Override
        public void goOn(WatchedSite site) {
            double share = from + (to - from) * (site.minute() - begun) / minutes;
            site.edit(fleet -> hosts(site).forEach(host -> fill(site, fleet, host, share)));
        }

        @Override
        public void end(WatchedSite site) {
            site.edit(fleet -> hosts(site).forEach(host -> Guests.remove(fleet, host.name())));
        }

        private List<SimulatedHost> hosts(WatchedSite site) {
            return site.inventory().of(realm).stream()
                    .filter(host -> names.isEmpty() || names.contains(host.name()))
                    .toList();
        }

        private static void fill(WatchedSite site, Fleet fleet, SimulatedHost host, double share) {
            VirtualMachine guest = Guests.guest(fleet, host.name(), host, site.now());
            long others = fleet.realm(host.realm()).vms.values().stream()
                    .filter(vm -> vm != guest && vm.resources != null && isOn(vm, host))
                    .mapToLong(vm -> Objects.requireNonNull(vm.resources).memory)
                    .sum();
            guest.resources = Guests.taking(1, (long) (host.memoryBytes() * share) - others, 0);
        }

        private static boolean isOn(VirtualMachine vm, SimulatedHost host) {
            int octet = Integer.parseInt(vm.ip.substring(vm.ip.lastIndexOf('.') + 1));
            return vm.ssh.host.equals(host.sshHost()) && vm.ssh.port - octet == host.natPortBase();
        }
    }
}
