package io.github.ticryptexporter.findings;

import io.github.ticryptexporter.fleet.FleetSnapshot;
import io.github.ticryptexporter.fleet.Reading;
import io.github.ticryptexporter.fleet.VmInfo;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where one realm's VMs sit and what they leave free.
 *
 * @param placements one for each listed VM
 * @param hosts the inventory's hosts, empty ones included, and those that hold VMs besides; sorted by key
 * @param total what all VMs of the realm take
 * @param deviceTypes every type that a VM names or an inventory host owns
 */
public record RealmFindings(
        List<Placement> placements,
        SortedMap<Host, Use> hosts,
        Use total,
        SortedSet<String> deviceTypes,
        double vcpuOvercommit) {

    private static final Comparator<Host> BY_KEY =
            Comparator.comparing(Host::key).thenComparing(host -> host.entry() == null);

    static RealmFindings of(String realm, Reading<VmInfo> vms, FleetSnapshot fleet, FindingSettings settings) {
        List<HostEntry> inventory = settings.hosts().stream()
                .filter(entry -> entry.realm().equals(realm))
                .toList();
        var configs = fleet.vmConfigs(realm).map(Reading::items).orElse(List.of());
        List<Placement> placements = Placements.of(vms.items(), configs, inventory, settings.natArithmetic());
        Use total = Use.of(vms.items());
        SortedSet<String> types = new TreeSet<>(total.devices().keySet());
        inventory.forEach(entry -> types.addAll(entry.devices().keySet()));
        return new RealmFindings(placements, hosts(inventory, placements), total, types, settings.vcpuOvercommit());
    }

    private static SortedMap<Host, Use> hosts(List<HostEntry> inventory, List<Placement> placements) {
        Map<Host, List<VmInfo>> vmsByHost = new TreeMap<>(BY_KEY);
        inventory.forEach(entry -> vmsByHost.put(Host.of(entry), new ArrayList<>()));
        for (Placement placement : placements) {
            placement
                    .knownHost()
                    .ifPresent(host -> vmsByHost
                            .computeIfAbsent(host, unseen -> new ArrayList<>())
                            .add(placement.vm()));
        }
        SortedMap<Host, Use> hosts = new TreeMap<>(BY_KEY);
        vmsByHost.forEach((host, vms) -> hosts.put(host, Use.of(vms)));
        return hosts;
    }

    /** Most memory free on one schedulable host; empty when no host's memory is known. */
    public OptionalDouble largestFreeMemoryBytes() {
        return largestFree(HostEntry::memoryBytes, Use::memoryBytes);
    }

    /** Most vCPUs free on one schedulable host, with overcommitment; empty when no host's vCPUs are known. */
    public OptionalDouble largestFreeVcpus() {
        return largestFree(entry -> entry.vcpus() == null ? null : entry.vcpus() * vcpuOvercommit, Use::vcpus);
    }

    /** Most devices of the type free on one schedulable host; empty when no host owns the type. */
    public OptionalDouble largestFreeDevices(String type) {
        return largestFree(entry -> entry.devices().get(type), use -> use.devices(type));
    }

    /** Drained hosts have nothing to give, so that a realm of only those has 0 free rather than no answer. */
    private OptionalDouble largestFree(Capacity capacity, ToDoubleFunction<Use> taken) {
        return hosts.entrySet().stream()
                .flatMap(host -> free(host.getKey(), capacity, taken.applyAsDouble(host.getValue())))
                .mapToDouble(Double::doubleValue)
                .max();
    }

    private static Stream<Double> free(Host host, Capacity capacity, double taken) {
        HostEntry entry = host.entry();
        Number owned = entry == null ? null : capacity.of(entry);
        if (entry == null || owned == null) {
            return Stream.empty();
        }
        return Stream.of(entry.schedulable() ? Math.max(0, owned.doubleValue() - taken) : 0.0);
    }

    /** One dimension of what a host owns; null when it is not known. */
    @FunctionalInterface
    private interface Capacity {
        @Nullable
        Number of(HostEntry entry);
    }
}
