package io.github.ticryptexporter.status;

import io.github.ticryptexporter.metrics.Reduction;
import io.github.ticryptexporter.status.Share.Unit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A host as it is published, and what VMs take of it.
 *
 * @param devices by type; without those of which there is no sign at this host
 * @param isDrained whether the inventory lets no VM start on it
 */
record HostUse(Id id, double vms, Share vcpus, Share memory, SortedMap<String, Share> devices, boolean isDrained) {

    private static final Comparator<HostUse> FULLEST_FIRST = Comparator.comparingDouble(HostUse::fullest)
            .thenComparingDouble(host -> host.memory().ratio())
            .thenComparingDouble(HostUse::vms)
            .reversed()
            .thenComparing(HostUse::id);

    private static final int SHOWN = 20;

    /** The labels of a host's rows. */
    record Id(String realm, String host) implements Comparable<Id> {

        private static final Comparator<Id> ORDER =
                Comparator.comparing(Id::realm).thenComparing(Id::host);

        private static Id of(List<String> labels) {
            return new Id(labels.get(0), labels.get(1));
        }

        @Override
        public int compareTo(Id other) {
            return ORDER.compare(this, other);
        }
    }

    HostUse {
        devices = Collections.unmodifiableSortedMap(new TreeMap<>(devices));
    }

    /**
     * The fullest of the hosts that are published one by one.
     *
     * @param vcpuOvercommit vCPUs that may be promised for each one a host has
     */
    static Ranking<HostUse> ranked(PublishedFamilies families, Reduction reduction, double vcpuOvercommit) {
        Map<Id, Double> vcpus = perHost(families, "ticrypt_host_vcpus_allocated");
        Map<Id, Double> vcpusThere = perHost(families, "ticrypt_host_vcpus_capacity");
        Map<Id, Double> memory = perHost(families, "ticrypt_host_memory_allocated_bytes");
        Map<Id, Double> memoryThere = perHost(families, "ticrypt_host_memory_capacity_bytes");
        Map<Id, Double> schedulable = perHost(families, "ticrypt_host_schedulable");
        Map<Id, SortedMap<String, Share>> devices = devices(families);
        vcpusThere.replaceAll((id, capacity) -> capacity * vcpuOvercommit);
        List<HostUse> hosts = new ArrayList<>();
        perHost(families, "ticrypt_host_vms").forEach((id, vms) -> {
            if (reduction.hosts() == 0 || !id.host().equals(Glance.FOLDED)) {
                hosts.add(new HostUse(
                        id,
                        vms,
                        new Share(vcpus.getOrDefault(id, 0.0), vcpusThere.get(id), Unit.PIECES),
                        new Share(memory.getOrDefault(id, 0.0), memoryThere.get(id), Unit.BYTES),
                        devices.getOrDefault(id, Collections.emptySortedMap()),
                        schedulable.getOrDefault(id, 1.0) == 0));
            }
        });
        return Ranking.of(hosts, FULLEST_FIRST, SHOWN);
    }

    private static Map<Id, Double> perHost(PublishedFamilies families, String name) {
        Map<Id, Double> perHost = new HashMap<>();
        families.rows(name, "realm", "host").forEach((labels, value) -> perHost.put(Id.of(labels), value));
        return perHost;
    }

    private static Map<Id, SortedMap<String, Share>> devices(PublishedFamilies families) {
        Map<List<String>, Double> there = families.rows("ticrypt_host_devices_capacity", "realm", "host", "device");
        Map<Id, SortedMap<String, Share>> devices = new HashMap<>();
        families.rows("ticrypt_host_devices_allocated", "realm", "host", "device")
                .forEach((labels, used) -> {
                    if (used > 0 || there.containsKey(labels)) {
                        devices.computeIfAbsent(Id.of(labels), unseen -> new TreeMap<>())
                                .put(labels.get(2), new Share(used, there.get(labels), Unit.PIECES));
                    }
                });
        return devices;
    }

    private double fullest() {
        double fullest = Math.max(vcpus.ratio(), memory.ratio());
        for (Share device : devices.values()) {
            fullest = Math.max(fullest, device.ratio());
        }
        return fullest;
    }
}
