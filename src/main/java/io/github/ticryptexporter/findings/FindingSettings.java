package io.github.ticryptexporter.findings;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the administrator knows and the API does not, and where lines are drawn.
 *
 * @param hosts the inventory in file order; the first entry that matches a VM wins
 * @param natArithmetic whether a VM's host may be inferred from its port numbers
 * @param vcpuOvercommit vCPUs that may be promised for each one a host has; above 0
 * @param silentAfter age of a VM's last ping from which it counts as silent
 * @param largeVmMemoryBytes by realm, the VM size that should always find a place
 * @param exemptBricks ids of bricks whose VMs do not count against quotas
 */
public record FindingSettings(
        List<HostEntry> hosts,
        boolean natArithmetic,
        double vcpuOvercommit,
        Duration silentAfter,
        Map<String, Long> largeVmMemoryBytes,
        Set<String> exemptBricks) {

    public static final double DEFAULT_VCPU_OVERCOMMIT = 4;
    public static final Duration DEFAULT_SILENT_AFTER = Duration.ofMinutes(15);

    /** Nothing known beyond the API. */
    public static final FindingSettings DEFAULT =
            new FindingSettings(List.of(), true, DEFAULT_VCPU_OVERCOMMIT, DEFAULT_SILENT_AFTER, Map.of(), Set.of());

    public FindingSettings {
        hosts = List.copyOf(hosts);
        largeVmMemoryBytes = Map.copyOf(largeVmMemoryBytes);
        exemptBricks = Set.copyOf(exemptBricks);
        if (!(vcpuOvercommit > 0 && Double.isFinite(vcpuOvercommit))) {
            throw new IllegalArgumentException("vcpuOvercommit: expected a number above 0, but was " + vcpuOvercommit);
        }
    }

    /** These settings with another inventory. */
    public FindingSettings with(List<HostEntry> others) {
        return new FindingSettings(
                others, natArithmetic, vcpuOvercommit, silentAfter, largeVmMemoryBytes, exemptBricks);
    }
}
