package io.github.ticryptexporter.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.ticryptexporter.oracle.OracleSettings.Findings;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HostSectionTest {
    private static final OracleSettings LIBVIRT = Given.settings("libvirt");
    private static final HostEntry BIG =
            HostEntry.named("big", "libvirt").sshHost("10.0.0.1").owning(8, 1000, Map.of("gpu-nvidia", 4L));
    private static final HostEntry SMALL =
            HostEntry.named("small", "libvirt").sshHost("10.0.0.2").owning(4, 500, Map.of());
    private static final HostEntry UNMEASURED =
            HostEntry.named("unmeasured", "libvirt").sshHost("10.0.0.3");

    private static final RawSite SITE = RawSite.empty().with("vms", "libvirt", Given.answer("""
            [{'id': 'on-big', 'ip': '10.7.0.1', 'ssh': {'host': '10.0.0.1', 'port': 22},
              'resources': {'vcpus': 40, 'memory': 600, 'devices': {'gpu-nvidia': 1, 'gpu-amd': 0}}},
             {'id': 'elsewhere', 'ip': '10.7.0.2', 'ssh': {'host': 'node9.example.edu', 'port': 22},
              'resources': {'vcpus': 2, 'memory': 50, 'devices': {}}},
             {'id': 'nowhere', 'resources': {'vcpus': 1, 'memory': 1, 'devices': {}}}]
            """));

    @Test
    void inventoryHostsHaveRowsWhenEmptyAndOthersWhileTheyHoldVms() {
        assertEquals(
                """
                ticrypt_host_devices_allocated{device="gpu-amd",host="big",realm="libvirt"} 0
                ticrypt_host_devices_allocated{device="gpu-nvidia",host="big",realm="libvirt"} 1
                ticrypt_host_memory_allocated_bytes{host="big",realm="libvirt"} 600
                ticrypt_host_memory_allocated_bytes{host="h-3d34d312",realm="libvirt"} 50
                ticrypt_host_memory_allocated_bytes{host="small",realm="libvirt"} 0
                ticrypt_host_vcpus_allocated{host="big",realm="libvirt"} 40
                ticrypt_host_vcpus_allocated{host="h-3d34d312",realm="libvirt"} 2
                ticrypt_host_vcpus_allocated{host="small",realm="libvirt"} 0
                ticrypt_host_vms{host="big",realm="libvirt"} 1
                ticrypt_host_vms{host="h-3d34d312",realm="libvirt"} 1
                ticrypt_host_vms{host="small",realm="libvirt"} 0
                """,
                Given.expected(
                        SITE,
                        LIBVIRT.withHosts(BIG, SMALL),
                        "ticrypt_host_vms",
                        "ticrypt_host_vcpus_allocated",
                        "ticrypt_host_memory_allocated_bytes",
                        "ticrypt_host_devices_allocated"));
    }

    @Test
    void capacityComesFromTheInventoryAndNeedsNoAnswer() {
        OracleSettings settings = LIBVIRT.withHosts(BIG, SMALL.drained(), UNMEASURED)
                .with(new Findings(Duration.ofMinutes(15), Map.of("libvirt", 256L)));

        assertEquals("""
                ticrypt_host_devices_capacity{device="gpu-nvidia",host="big",realm="libvirt"} 4
                ticrypt_host_memory_capacity_bytes{host="big",realm="libvirt"} 1000
                ticrypt_host_memory_capacity_bytes{host="small",realm="libvirt"} 500
                ticrypt_host_schedulable{host="big",realm="libvirt"} 1
                ticrypt_host_schedulable{host="small",realm="libvirt"} 0
                ticrypt_host_schedulable{host="unmeasured",realm="libvirt"} 1
                ticrypt_host_vcpus_capacity{host="big",realm="libvirt"} 8
                ticrypt_host_vcpus_capacity{host="small",realm="libvirt"} 4
                ticrypt_realm_large_vm_memory_bytes{realm="libvirt"} 256
                """, Given.expected(RawSite.empty(), settings, Families.SECTION_2.toArray(String[]::new)));
    }

    @Test
    void theLargestFreeAmountIsFoundOnOneSchedulableHostPerDimension() {
        // vCPUs: big has 8 x 4 - 40, hence none; small 4 x 4. No host says how many gpu-amd it has.
        assertEquals("""
                ticrypt_realm_largest_free_devices{device="gpu-nvidia",realm="libvirt"} 3
                ticrypt_realm_largest_free_memory_bytes{realm="libvirt"} 500
                ticrypt_realm_largest_free_vcpus{realm="libvirt"} 16
                """, largestFree(LIBVIRT.withHosts(BIG, SMALL)));
        assertEquals("""
                ticrypt_realm_largest_free_devices{device="gpu-nvidia",realm="libvirt"} 3
                ticrypt_realm_largest_free_memory_bytes{realm="libvirt"} 400
                ticrypt_realm_largest_free_vcpus{realm="libvirt"} 0
                """, largestFree(LIBVIRT.withHosts(BIG, SMALL.drained())));
    }

    @Test
    void nothingIsFreeOnDrainedHostsAndNothingIsKnownWithoutCapacity() {
        assertEquals("""
                ticrypt_realm_largest_free_devices{device="gpu-nvidia",realm="libvirt"} 0
                ticrypt_realm_largest_free_memory_bytes{realm="libvirt"} 0
                ticrypt_realm_largest_free_vcpus{realm="libvirt"} 0
                """, largestFree(LIBVIRT.withHosts(BIG.drained(), UNMEASURED)));
        assertEquals("", largestFree(LIBVIRT.withHosts(UNMEASURED)));
    }

    @Test
    void unattributedVmsAreCountedByWhatTheyLack() {
        RawSite site = SITE.with("drives", "", Given.answer("[{'id': 'd', 'realmID': 'libvirt', 'team': ''}]"));

        assertEquals("""
                ticrypt_unattributed{kind="drive_no_team",realm="libvirt"} 1
                ticrypt_unattributed{kind="vm_host_unknown",realm="libvirt"} 1
                ticrypt_unattributed{kind="vm_host_without_capacity",realm="libvirt"} 1
                ticrypt_unattributed{kind="vm_no_resources",realm="libvirt"} 0
                ticrypt_unattributed{kind="vm_no_team",realm="libvirt"} 3
                """, Given.expected(site, LIBVIRT.withHosts(BIG), "ticrypt_unattributed"));
        assertEquals(
                "ticrypt_unattributed{kind=\"drive_no_team\",realm=\"libvirt\"} 1\n",
                Given.expected(site.without("vms", "libvirt"), LIBVIRT, "ticrypt_unattributed"));
    }

    private static String largestFree(OracleSettings settings) {
        return Given.expected(
                SITE,
                settings,
                "ticrypt_realm_largest_free_devices",
                "ticrypt_realm_largest_free_memory_bytes",
                "ticrypt_realm_largest_free_vcpus");
    }
}
