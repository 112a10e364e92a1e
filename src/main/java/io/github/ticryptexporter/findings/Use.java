package io.github.ticryptexporter.findings;

import io.github.ticryptexporter.fleet.Resources;
import io.github.ticryptexporter.fleet.VmInfo;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What a number of VMs take together; a VM whose resources are unknown counts as a VM only.
 *
 * @param devices by device type, zeros of types that a VM names included
 */
public record Use(int vms, long vcpus, long memoryBytes, Map<String, Long> devices) {

    /** No VM. */
    public static final Use NONE = new Use(0, 0, 0, Map.of());

    /** What these VMs take together. */
    public static Use of(Collection<VmInfo> vms) {
        long vcpus = 0;
        long memoryBytes = 0;
        Map<String, Long> devices = new TreeMap<>();
        for (VmInfo vm : vms) {
            Resources taken = vm.resources();
            if (taken != null) {
                vcpus = Totals.sum(vcpus, Objects.requireNonNullElse(taken.vcpus(), 0L));
                memoryBytes = Totals.sum(memoryBytes, Objects.requireNonNullElse(taken.memoryBytes(), 0L));
                taken.devices().forEach((type, count) -> devices.merge(type, count, Totals::sum));
            }
        }
        return new Use(vms.size(), vcpus, memoryBytes, devices);
    }

    /** How many devices of the type are taken. */
    public long devices(String type) {
        return devices.getOrDefault(type, 0L);
    }
}
