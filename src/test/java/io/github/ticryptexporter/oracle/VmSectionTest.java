package io.github.ticryptexporter.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.ticryptexporter.oracle.OracleSettings.Exemptions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class VmSectionTest {
    private static final OracleSettings LIBVIRT = Given.settings("libvirt");

    @Test
    void aRealmThatAnsweredHasItsClosedSetsWholeAndOneThatDidNotHasNothing() {
        RawSite site = RawSite.empty().with("vms", "empty", Given.answer("[]"));

        assertEquals(
                """
                ticrypt_vms{owner_type="User",realm="empty"} 0
                ticrypt_vms{owner_type="VM",realm="empty"} 0
                ticrypt_vms{owner_type="other",realm="empty"} 0
                ticrypt_vms{owner_type="unknown",realm="empty"} 0
                ticrypt_vms_placed{method="inventory",realm="empty"} 0
                ticrypt_vms_placed{method="nat_base",realm="empty"} 0
                ticrypt_vms_placed{method="pinned",realm="empty"} 0
                ticrypt_vms_placed{method="ssh_host",realm="empty"} 0
                ticrypt_vms_placed{method="unknown",realm="empty"} 0
                """,
                Given.expected(
                        site,
                        Given.settings("empty", "silent"),
                        "ticrypt_vms",
                        "ticrypt_vms_placed",
                        "ticrypt_vms_oldest_start_timestamp_seconds",
                        "ticrypt_vms_by_protocol"));
    }

    @Test
    void anExcludedRealmIsNotKnown() {
        OracleSettings excluding =
                LIBVIRT.with(new OracleSettings.Realms(true, Set.of("libvirt"), Set.of("libvirt", "old")));
        RawSite site = RawSite.empty()
                .with("drives", "", Given.answer("[{'id': 'd', 'realmID': 'old'}, {'id': 'e', 'realmID': 'new'}]"))
                .with("vms", "libvirt", Given.answer("[]"));

        assertEquals(Set.of("new"), new Site(site, excluding).realms());
        assertEquals("", Given.expected(site, excluding, "ticrypt_vms"));
    }

    @Test
    void elementsWithoutIdAndSecondsOfAnIdAreNoVms() {
        RawSite site = vms("[{'id': 'a', 'ownerType': 'VM'}, {'id': 'a', 'ownerType': 'User'}, {'name': 'b'}, 7,"
                + "{'id': 'c', 'ownerType': 'Robot'}, {'id': 'd', 'ownerType': null}]");

        assertEquals("""
                ticrypt_vms{owner_type="User",realm="libvirt"} 0
                ticrypt_vms{owner_type="VM",realm="libvirt"} 1
                ticrypt_vms{owner_type="other",realm="libvirt"} 1
                ticrypt_vms{owner_type="unknown",realm="libvirt"} 1
                """, Given.expected(site, LIBVIRT, "ticrypt_vms"));
    }

    @Test
    void silenceAndUptimeIncludeTheirEdges() {
        RawSite site = vms("""
                [{'id': 'on-the-edge', 'active': false, 'lastPing': 1999999100000, 'start': 1998790400000},
                 {'id': 'just-inside', 'active': true, 'lastPing': 1999999100001, 'start': 1998790400001},
                 {'id': 'never-pinged', 'shutDown': 1999999999999}]
                """);

        assertEquals(
                """
                ticrypt_vms_inactive{realm="libvirt"} 1
                ticrypt_vms_oldest_last_ping_timestamp_seconds{realm="libvirt"} 1999999100
                ticrypt_vms_oldest_start_timestamp_seconds{realm="libvirt"} 1998790400
                ticrypt_vms_shutting_down{realm="libvirt"} 1
                ticrypt_vms_silent{realm="libvirt"} 1
                ticrypt_vms_uptime_over{age="14d",realm="libvirt"} 1
                ticrypt_vms_uptime_over{age="30d",realm="libvirt"} 0
                ticrypt_vms_uptime_over{age="90d",realm="libvirt"} 0
                """,
                Given.expected(
                        site,
                        LIBVIRT,
                        "ticrypt_vms_inactive",
                        "ticrypt_vms_shutting_down",
                        "ticrypt_vms_silent",
                        "ticrypt_vms_oldest_last_ping_timestamp_seconds",
                        "ticrypt_vms_oldest_start_timestamp_seconds",
                        "ticrypt_vms_uptime_over"));
    }

    @Test
    void eightVersionsAreNamedAndTheRestIsOther() {
        // Version 9 twice, 0 to 7 once each, one VM without: the tie is broken by value, so that 7 and unknown go.
        String once = IntStream.range(0, 8)
                .mapToObj(n -> "{'id': 'v%1$d', 'protocolVer': %1$d}".formatted(n))
                .collect(Collectors.joining(","));
        RawSite site =
                vms("[{'id': 'a', 'protocolVer': 9}, {'id': 'b', 'protocolVer': '9'}, {'id': 'c'}," + once + "]");

        assertEquals("""
                ticrypt_vms_by_protocol{realm="libvirt",version="0"} 1
                ticrypt_vms_by_protocol{realm="libvirt",version="1"} 1
                ticrypt_vms_by_protocol{realm="libvirt",version="2"} 1
                ticrypt_vms_by_protocol{realm="libvirt",version="3"} 1
                ticrypt_vms_by_protocol{realm="libvirt",version="4"} 1
                ticrypt_vms_by_protocol{realm="libvirt",version="5"} 1
                ticrypt_vms_by_protocol{realm="libvirt",version="6"} 1
                ticrypt_vms_by_protocol{realm="libvirt",version="9"} 2
                ticrypt_vms_by_protocol{realm="libvirt",version="other"} 2
                """, Given.expected(site, LIBVIRT, "ticrypt_vms_by_protocol"));
    }

    @Test
    void amountsMayBeFloatsOrStringsButNotNegativeAndADeviceOfZeroIsKnown() {
        RawSite site = vms("""
                [{'id': 'a', 'brick': 'exempt',
                  'resources': {'vcpus': 4.0, 'memory': '1024', 'devices': {'gpu-nvidia': 0}}},
                 {'id': 'b', 'resources': {'vcpus': -1, 'memory': 0.5, 'devices': {'gpu-amd': 2}}},
                 {'id': 'c', 'resources': {'vcpus': 1e999999999, 'devices': null}},
                 {'id': 'd'}]
                """);
        HostEntry fpga = HostEntry.named("f", "libvirt").owning(1, 1, Map.of("fpga", 1L));

        assertEquals(
                """
                ticrypt_realm_devices_allocated{device="fpga",realm="libvirt"} 0
                ticrypt_realm_devices_allocated{device="gpu-amd",realm="libvirt"} 2
                ticrypt_realm_devices_allocated{device="gpu-nvidia",realm="libvirt"} 0
                ticrypt_realm_memory_allocated_bytes{realm="libvirt"} 1024
                ticrypt_realm_vcpus_allocated{realm="libvirt"} 4
                ticrypt_vms_quota_exempt{realm="libvirt"} 1
                """,
                Given.expected(
                        site,
                        LIBVIRT.withHosts(fpga).with(new Exemptions(Set.of("exempt"), List.of())),
                        "ticrypt_realm_vcpus_allocated",
                        "ticrypt_realm_memory_allocated_bytes",
                        "ticrypt_realm_devices_allocated",
                        "ticrypt_vms_quota_exempt"));
    }

    private static RawSite vms(String json) {
        return RawSite.empty().with("vms", "libvirt", Given.answer(json));
    }
}
