package io.github.ticryptexporter.simulator;

import io.github.ticryptexporter.simulator.wire.HostUsage;
import io.github.ticryptexporter.simulator.wire.QuotasTyped;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What one team uses, or one user within a team. */
final class Use {
    long cores;
    long memory;
    long drives;
    final Map<String, Long> devices = new TreeMap<>();

    void add(HostUsage resources, int sign) {
        cores += (long) sign * resources.vcpus;
        memory += sign * resources.memory;
        resources.devices.forEach((type, count) -> devices.merge(type, (long) sign * count, Long::sum));
    }

    /** Whether a VM of that size still keeps within a share of the limits; a share of 1 is the limits themselves. */
    boolean admits(QuotasTyped limits, HostUsage more, double share) {
        return within(cores + more.vcpus, limits.cores, share)
                && within(memory + more.memory, limits.memory, share)
                && more.devices.entrySet().stream()
                        .allMatch(device -> device.getValue() == 0
                                || within(
                                        devices.getOrDefault(device.getKey(), 0L) + device.getValue(),
                                        limitOf(limits.devices, device.getKey()),
                                        share));
    }

    boolean admitsDrive(QuotasTyped limits, long capacity, double share) {
        return within(drives + capacity, limitOf(limits.storage, "drives"), share);
    }

    boolean exceeds(QuotasTyped limits) {
        return !admits(limits, new HostUsage(), 1)
                || !admitsDrive(limits, 0, 1)
                || devices.entrySet().stream()
                        .anyMatch(device -> !within(device.getValue(), limitOf(limits.devices, device.getKey()), 1));
    }

    private static boolean within(long used, @Nullable Long limit, double share) {
        return limit == null || used <= limit * share;
    }

    private static @Nullable Long limitOf(@Nullable Map<String, Long> limits, String type) {
        return limits == null ? null : limits.get(type);
    }
}
