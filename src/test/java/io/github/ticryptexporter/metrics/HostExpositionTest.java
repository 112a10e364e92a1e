package io.github.ticryptexporter.metrics;

import static io.github.ticryptexporter.testing.Entries.host;
import static io.github.ticryptexporter.testing.Fleets.GIB;
import static io.github.ticryptexporter.testing.Fleets.REALM;
import static io.github.ticryptexporter.testing.Vms.vm;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.ticryptexporter.findings.FindingSettings;
import io.github.ticryptexporter.fleet.VmConfigInfo;
import io.github.ticryptexporter.fleet.VmConfigState;
import io.github.ticryptexporter.fleet.VmInfo;
import io.github.ticryptexporter.testing.Snapshots;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HostExpositionTest {

    private static final String GPU = "gpu-nvidia";

    /** SHA-256 of both keys, {@code 10.0.210.217:30000} and {@code 10.0.214.73:30000}, begins with 3679cc9a. */
    private static final VmInfo[] ON_HOSTS_THAT_COLLIDE = {
        vm("a").behind("10.0.210.217", 30000, 80).made(),
        vm("b").behind("10.0.214.73", 30000, 80).made()
    };

    private static final String[] HOST_FAMILIES = {
        "ticrypt_host_vms",
        "ticrypt_host_vcpus_allocated",
        "ticrypt_host_memory_allocated_bytes",
        "ticrypt_host_devices_allocated",
        "ticrypt_host_vcpus_capacity",
        "ticrypt_host_memory_capacity_bytes",
        "ticrypt_host_devices_capacity",
        "ticrypt_host_schedulable",
        "ticrypt_realm_largest_free_memory_bytes",
        "ticrypt_realm_largest_free_vcpus",
        "ticrypt_realm_largest_free_devices"
    };

    @Test
    void aHostHasWhatItsVmsTakeAndTheInventorySays() {
        Exposed exposed = of(
                        vm("a").takes(4, 8, Map.of(GPU, 1L)).made(),
                        vm("b").takes(2, 4, Map.of()).made())
                .with(
                        host("full").sshHost("10.0.0.1").owning(16, 64, Map.of(GPU, 4L)),
                        host("idle").sshHost("10.0.0.2").owning(8, 32, Map.of()).drained());
        assertEquals("""
                ticrypt_host_vms{host="full",realm="libvirt"} 2
                ticrypt_host_vms{host="idle",realm="libvirt"} 0
                ticrypt_host_vcpus_allocated{host="full",realm="libvirt"} 6
                ticrypt_host_vcpus_allocated{host="idle",realm="libvirt"} 0
                ticrypt_host_memory_allocated_bytes{host="full",realm="libvirt"} 12884901888
                ticrypt_host_memory_allocated_bytes{host="idle",realm="libvirt"} 0
                ticrypt_host_devices_allocated{device="gpu-nvidia",host="full",realm="libvirt"} 1
                ticrypt_host_vcpus_capacity{host="full",realm="libvirt"} 16
                ticrypt_host_vcpus_capacity{host="idle",realm="libvirt"} 8
                ticrypt_host_memory_capacity_bytes{host="full",realm="libvirt"} 68719476736
                ticrypt_host_memory_capacity_bytes{host="idle",realm="libvirt"} 34359738368
                ticrypt_host_devices_capacity{device="gpu-nvidia",host="full",realm="libvirt"} 4
                ticrypt_host_schedulable{host="full",realm="libvirt"} 1
                ticrypt_host_schedulable{host="idle",realm="libvirt"} 0
                ticrypt_realm_largest_free_memory_bytes{realm="libvirt"} 55834574848
                ticrypt_realm_largest_free_vcpus{realm="libvirt"} 58
                ticrypt_realm_largest_free_devices{device="gpu-nvidia",realm="libvirt"} 3
                """, exposed.samples(HOST_FAMILIES));
    }

    @Test
    void aHostWithoutKnownCapacityHasNoneRatherThanZero() {
        assertEquals("""
                ticrypt_host_vms{host="not-measured",realm="libvirt"} 0
                ticrypt_host_vcpus_allocated{host="not-measured",realm="libvirt"} 0
                ticrypt_host_memory_allocated_bytes{host="not-measured",realm="libvirt"} 0
                ticrypt_host_schedulable{host="not-measured",realm="libvirt"} 1
                """, of().with(host("not-measured").sshHost("10.0.0.9")).samples(HOST_FAMILIES));
    }

    @Test
    void aHostHasARowForEachDeviceThatItOwnsOrItsVmsName() {
        assertEquals(
                """
                ticrypt_host_devices_allocated{device="fpga",host="h",realm="libvirt"} 0
                ticrypt_host_devices_allocated{device="gpu-nvidia",host="h",realm="libvirt"} 0
                """,
                of(vm("a").takes(1, 1, Map.of("fpga", 0L)).made())
                        .with(host("h").sshHost("10.0.0.1").owning(1, 1, Map.of(GPU, 1L)))
                        .samples("ticrypt_host_devices_allocated"));
    }

    @Test
    void theSizeThatShouldAlwaysFitIsThereWhereItIsSet() {
        assertEquals("""
                ticrypt_realm_large_vm_memory_bytes{realm="libvirt"} 274877906944
                """, of().watchingFor(Map.of(REALM, 256 * GIB)).samples("ticrypt_realm_large_vm_memory_bytes"));
    }

    @Test
    void atLevelStrictAHostThatTheInventoryLacksHasAPseudonym() {
        // printf '10.0.0.1:30000' | sha256sum
        assertEquals("""
                ticrypt_host_vms{host="h-f2931bcc",realm="libvirt"} 1
                """, of(vm("a").made()).samples("ticrypt_host_vms"));
    }

    @Test
    void underAKeyOfTheSitesOwnThePseudonymIsAnother() {
        // printf '10.0.0.1:30000' | openssl dgst -sha256 -hmac invented-key-0042
        HostPseudonyms keyed = HostPseudonyms.keyed("invented-key-0042".getBytes(StandardCharsets.UTF_8));
        assertEquals("""
                ticrypt_host_vms{host="h-952c4177",realm="libvirt"} 1
                """, of(vm("a").made()).under(keyed).samples("ticrypt_host_vms"));
    }

    @Test
    void anEmptyKeyIsRefused() {
        var refusal = assertThrows(IllegalArgumentException.class, () -> HostPseudonyms.keyed(new byte[0]));
        assertEquals("the host key is empty", refusal.getMessage());
    }

    @Test
    void atLevelNamedAHostIsItsKey() {
        var fleet = Snapshots.knowing(REALM)
                .vms(
                        REALM,
                        vm("nat").made(),
                        vm("ssh").reachedAt("10.0.0.2").made(),
                        vm("pinned").reachedNowhere().made())
                .configs(REALM, new VmConfigInfo("config-pinned", VmConfigState.RUNNING, null, "node-7"))
                .made();
        assertEquals("""
                ticrypt_host_vms{host="10.0.0.1:30000",realm="libvirt"} 1
                ticrypt_host_vms{host="10.0.0.2",realm="libvirt"} 1
                ticrypt_host_vms{host="pin:node-7",realm="libvirt"} 1
                """, Exposed.of(fleet).at(PrivacyLevel.NAMED).samples("ticrypt_host_vms"));
    }

    @Test
    void anInventoryNameIsShownAtEveryLevel() {
        for (PrivacyLevel level : PrivacyLevel.values()) {
            assertEquals(
                    """
                    ticrypt_host_vms{host="rack-a-1",realm="libvirt"} 1
                    """,
                    of(vm("a").made())
                            .with(host("rack-a-1").sshHost("10.0.0.1"))
                            .at(level)
                            .samples("ticrypt_host_vms"));
        }
    }

    @Test
    void pseudonymsThatCollideGetDigitsUntilTheyDiffer() {
        assertEquals("""
                ticrypt_host_vms{host="h-3679cc9a3",realm="libvirt"} 1
                ticrypt_host_vms{host="h-3679cc9a9",realm="libvirt"} 1
                """, of(ON_HOSTS_THAT_COLLIDE).samples("ticrypt_host_vms"));
    }

    @Test
    void hostsOfDifferentRealmsCollideToo() {
        var fleet = Snapshots.knowing(REALM, "libvirt2")
                .vms(REALM, ON_HOSTS_THAT_COLLIDE[0])
                .vms("libvirt2", ON_HOSTS_THAT_COLLIDE[1])
                .made();
        assertEquals("""
                ticrypt_host_vms{host="h-3679cc9a9",realm="libvirt"} 1
                ticrypt_host_vms{host="h-3679cc9a3",realm="libvirt2"} 1
                """, Exposed.of(fleet).samples("ticrypt_host_vms"));
    }

    @Test
    void oneHostInTwoRealmsHasOneLabel() {
        var fleet = Snapshots.knowing(REALM, "libvirt2")
                .vms(REALM, vm("a").made())
                .vms("libvirt2", vm("b").made())
                .made();
        assertEquals("""
                ticrypt_host_vms{host="10.0.0.1:30000",realm="libvirt"} 1
                ticrypt_host_vms{host="10.0.0.1:30000",realm="libvirt2"} 1
                """, Exposed.of(fleet).at(PrivacyLevel.NAMED).samples("ticrypt_host_vms"));
    }

    @Test
    void twoHostsOfOneLabelAreOneSeries() {
        Exposed exposed = of(
                        vm("a").reachedAt("rack-a-1")
                                .takes(4, 8, Map.of(GPU, 1L))
                                .made(),
                        vm("b").reachedAt("10.0.0.1")
                                .takes(2, 4, Map.of(GPU, 2L))
                                .made())
                .with(host("rack-a-1").sshHost("10.0.0.1"))
                .at(PrivacyLevel.NAMED);
        assertEquals("""
                ticrypt_host_vms{host="rack-a-1",realm="libvirt"} 2
                ticrypt_host_vcpus_allocated{host="rack-a-1",realm="libvirt"} 6
                ticrypt_host_memory_allocated_bytes{host="rack-a-1",realm="libvirt"} 12884901888
                ticrypt_host_devices_allocated{device="gpu-nvidia",host="rack-a-1",realm="libvirt"} 3
                ticrypt_host_schedulable{host="rack-a-1",realm="libvirt"} 1
                """, exposed.samples(HOST_FAMILIES));
    }

    @Test
    void overcommitmentMayBeAFraction() {
        FindingSettings base = FindingSettings.DEFAULT;
        assertEquals(
                """
                ticrypt_realm_largest_free_vcpus{realm="libvirt"} 1.5
                """,
                of().with(new FindingSettings(
                                List.of(host("h")
                                        .sshHost("10.0.0.1")
                                        .owning(1, 1, Map.of())
                                        .made()),
                                true,
                                1.5,
                                base.silentAfter(),
                                Map.of(),
                                Set.of()))
                        .samples("ticrypt_realm_largest_free_vcpus"));
    }

    private static Exposed of(VmInfo... vms) {
        return Exposed.of(Snapshots.knowing(REALM).vms(REALM, vms).made());
    }
}
