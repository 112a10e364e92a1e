package io.github.ticryptexporter.metrics;

import static io.github.ticryptexporter.testing.Fleets.REALM;
import static io.github.ticryptexporter.testing.Vms.vm;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.ticryptexporter.fleet.OwnerType;
import io.github.ticryptexporter.fleet.VmConfigInfo;
import io.github.ticryptexporter.fleet.VmConfigState;
import io.github.ticryptexporter.fleet.VmInfo;
import io.github.ticryptexporter.testing.Snapshots;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class VmExpositionTest {

    @Test
    void everyTypeOfOwnerIsThereFromTheFirstAnswerOn() {
        assertEquals("""
                ticrypt_vms{owner_type="User",realm="libvirt"} 0
                ticrypt_vms{owner_type="VM",realm="libvirt"} 0
                ticrypt_vms{owner_type="other",realm="libvirt"} 0
                ticrypt_vms{owner_type="unknown",realm="libvirt"} 0
                """, of().samples("ticrypt_vms"));
        assertEquals(
                """
                ticrypt_vms{owner_type="User",realm="libvirt"} 2
                ticrypt_vms{owner_type="VM",realm="libvirt"} 1
                ticrypt_vms{owner_type="other",realm="libvirt"} 1
                ticrypt_vms{owner_type="unknown",realm="libvirt"} 1
                """,
                of(
                                vm("a").made(),
                                vm("b").made(),
                                vm("c").ownedBy(OwnerType.VM).made(),
                                vm("d").ownedBy(OwnerType.OTHER).made(),
                                vm("e").ownedBy(OwnerType.UNKNOWN).made())
                        .samples("ticrypt_vms"));
    }

    @Test
    void vmsThatAreNotActiveOrShuttingDownAreListedAllTheSame() {
        assertEquals(
                """
                ticrypt_vms_inactive{realm="libvirt"} 1
                ticrypt_vms_shutting_down{realm="libvirt"} 2
                """,
                of(
                                vm("a").inactive().shuttingDown().made(),
                                vm("b").shuttingDown().made(),
                                vm("c").made())
                        .samples("ticrypt_vms_inactive", "ticrypt_vms_shutting_down"));
    }

    @Test
    void aVmIsSilentAfterExactlyFifteenMinutesAndNeverIfItNeverPinged() {
        assertEquals(
                """
                ticrypt_vms_silent{realm="libvirt"} 2
                ticrypt_vms_oldest_last_ping_timestamp_seconds{realm="libvirt"} 1772362800
                """,
                of(
                                vm("edge").pinged(Duration.ofMinutes(15)).made(),
                                vm("just-not")
                                        .pinged(Duration.ofMinutes(15).minusMillis(1))
                                        .made(),
                                vm("long").pinged(Duration.ofHours(1)).made(),
                                vm("never").pinged(null).made())
                        .samples("ticrypt_vms_silent", "ticrypt_vms_oldest_last_ping_timestamp_seconds"));
    }

    @Test
    void theOldestOfNothingIsAbsent() {
        assertEquals(
                "",
                of(vm("a").pinged(null).started(null).made())
                        .samples(
                                "ticrypt_vms_oldest_last_ping_timestamp_seconds",
                                "ticrypt_vms_oldest_start_timestamp_seconds"));
    }

    @Test
    void millisecondsAreFractionsOfASecond() {
        assertEquals(
                """
                ticrypt_vms_oldest_start_timestamp_seconds{realm="libvirt"} 1772366399.877
                """,
                of(vm("a").started(Duration.ofMillis(123)).made())
                        .samples("ticrypt_vms_oldest_start_timestamp_seconds"));
    }

    @Test
    void uptimesAreCumulativeAndIncludeTheEdge() {
        assertEquals(
                """
                ticrypt_vms_uptime_over{age="14d",realm="libvirt"} 3
                ticrypt_vms_uptime_over{age="30d",realm="libvirt"} 2
                ticrypt_vms_uptime_over{age="90d",realm="libvirt"} 1
                """,
                of(
                                vm("a").started(Duration.ofDays(14).minusMillis(1))
                                        .made(),
                                vm("b").started(Duration.ofDays(14)).made(),
                                vm("c").started(Duration.ofDays(30)).made(),
                                vm("d").started(Duration.ofDays(90)).made(),
                                vm("e").started(null).made())
                        .samples("ticrypt_vms_uptime_over"));
    }

    @Test
    void theEightCommonestProtocolsKeepTheirNamesAndEqualsRankByValue() {
        VmInfo[] vms = IntStream.rangeClosed(1, 10)
                .mapToObj(n -> vm("v" + n).protocol(Integer.toString(n)).made())
                .toArray(VmInfo[]::new);
        assertEquals("""
                ticrypt_vms_by_protocol{realm="libvirt",version="1"} 1
                ticrypt_vms_by_protocol{realm="libvirt",version="10"} 1
                ticrypt_vms_by_protocol{realm="libvirt",version="2"} 1
                ticrypt_vms_by_protocol{realm="libvirt",version="3"} 1
                ticrypt_vms_by_protocol{realm="libvirt",version="4"} 1
                ticrypt_vms_by_protocol{realm="libvirt",version="5"} 1
                ticrypt_vms_by_protocol{realm="libvirt",version="6"} 1
                ticrypt_vms_by_protocol{realm="libvirt",version="7"} 1
                ticrypt_vms_by_protocol{realm="libvirt",version="other"} 2
                """, of(vms).samples("ticrypt_vms_by_protocol"));
    }

    @Test
    void aCommonProtocolIsNotCrowdedOutAndOtherIsAbsentWhenZero() {
        assertEquals(
                """
                ticrypt_vms_by_protocol{realm="libvirt",version="9"} 1
                ticrypt_vms_by_protocol{realm="libvirt",version="unknown"} 2
                """,
                of(
                                vm("a").protocol(null).made(),
                                vm("b").protocol(null).made(),
                                vm("c").protocol("9").made())
                        .samples("ticrypt_vms_by_protocol"));
    }

    @Test
    void whatVmsTakeIsSummedAndWhatIsNotKnownIsLeftOut() {
        assertEquals(
                """
                ticrypt_vms_quota_exempt{realm="libvirt"} 1
                ticrypt_realm_vcpus_allocated{realm="libvirt"} 6
                ticrypt_realm_memory_allocated_bytes{realm="libvirt"} 12884901888
                ticrypt_realm_devices_allocated{device="fpga",realm="libvirt"} 0
                ticrypt_realm_devices_allocated{device="gpu-nvidia",realm="libvirt"} 3
                """,
                of(
                                vm("a").takes(2, 4, Map.of("gpu-nvidia", 1L)).made(),
                                vm("b").takes(4, 8, Map.of("gpu-nvidia", 2L, "fpga", 0L))
                                        .made(),
                                vm("c").withoutResources().brick("brick-login").made())
                        .exemptingBricks("brick-login")
                        .samples(
                                "ticrypt_vms_quota_exempt",
                                "ticrypt_realm_vcpus_allocated",
                                "ticrypt_realm_memory_allocated_bytes",
                                "ticrypt_realm_devices_allocated"));
    }

    @Test
    void everyMethodOfPlacementIsCounted() {
        var fleet = Snapshots.knowing(REALM)
                .vms(
                        REALM,
                        vm("nat").made(),
                        vm("ssh").reachedAt("10.0.0.2").made(),
                        vm("pinned").reachedNowhere().made(),
                        vm("lost").reachedNowhere().made())
                .configs(REALM, new VmConfigInfo("config-pinned", VmConfigState.RUNNING, null, "node-7"))
                .made();
        assertEquals("""
                ticrypt_vms_placed{method="inventory",realm="libvirt"} 0
                ticrypt_vms_placed{method="nat_base",realm="libvirt"} 1
                ticrypt_vms_placed{method="pinned",realm="libvirt"} 1
                ticrypt_vms_placed{method="ssh_host",realm="libvirt"} 1
                ticrypt_vms_placed{method="unknown",realm="libvirt"} 1
                """, Exposed.of(fleet).samples("ticrypt_vms_placed"));
    }

    @Test
    void configsAreCountedByStateZerosIncluded() {
        var fleet = Snapshots.knowing(REALM)
                .configs(
                        REALM,
                        new VmConfigInfo("a", VmConfigState.RUNNING, null, null),
                        new VmConfigInfo("b", VmConfigState.RUNNING, null, "node-7"),
                        new VmConfigInfo("c", VmConfigState.OTHER, null, null))
                .made();
        assertEquals("""
                ticrypt_vm_configs{realm="libvirt",state="Running"} 2
                ticrypt_vm_configs{realm="libvirt",state="Starting"} 0
                ticrypt_vm_configs{realm="libvirt",state="Stopped"} 0
                ticrypt_vm_configs{realm="libvirt",state="Stopping"} 0
                ticrypt_vm_configs{realm="libvirt",state="Suspended"} 0
                ticrypt_vm_configs{realm="libvirt",state="other"} 1
                """, Exposed.of(fleet).samples("ticrypt_vm_configs"));
    }

    private static Exposed of(VmInfo... vms) {
        return Exposed.of(Snapshots.knowing(REALM).vms(REALM, vms).made());
    }
}
