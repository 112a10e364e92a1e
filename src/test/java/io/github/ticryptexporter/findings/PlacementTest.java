package io.github.ticryptexporter.findings;

import static io.github.ticryptexporter.testing.Entries.host;
import static io.github.ticryptexporter.testing.Fleets.REALM;
import static io.github.ticryptexporter.testing.Vms.vm;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.ticryptexporter.fleet.VmConfigInfo;
import io.github.ticryptexporter.fleet.VmConfigState;
import io.github.ticryptexporter.fleet.VmInfo;
import io.github.ticryptexporter.testing.Entries;
import io.github.ticryptexporter.testing.Snapshots;
import io.github.ticryptexporter.testing.Vms;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The five rules that find a VM's host, one claim of the contract to a test. */
class PlacementTest {

    private static final String ADDRESS = "10.0.0.1";
    private static final Vms BEHIND_NAT = vm("v").behind(ADDRESS, 30000, 80);

    // Rule 1: the inventory.

    @Test
    void theFirstOfTwoEntriesThatMatchWins() {
        assertPlaced("inventory by-network", BEHIND_NAT, host("by-network").guests("192.168.122.0/24"), byAddress());
        assertPlaced(
                "inventory by-address",
                BEHIND_NAT,
                byAddress(),
                host("by-network").guests("192.168.122.0/24"));
    }

    @Test
    void anEntryOfAnotherRealmIsPassedOver() {
        assertPlaced("nat_base 10.0.0.1:30000", BEHIND_NAT, byAddress().in("libvirt2"));
    }

    @Test
    void anEntryOfAnotherAddressIsPassedOver() {
        assertPlaced("nat_base 10.0.0.1:30000", BEHIND_NAT, host("other").sshHost("10.0.0.2"));
    }

    @Test
    void anAddressAloneMatchesWhateverThePorts() {
        assertPlaced("inventory by-address", vm("v").reachedAt(ADDRESS), byAddress());
        assertPlaced("inventory by-address", vm("v").ssh(ADDRESS, -1).vpn("", -1), byAddress());
    }

    @Test
    void aNatPortBaseTellsTwoHostsBehindOneAddressApart() {
        Entries low = byAddress("low").natPortBase(30000);
        Entries high = byAddress("high").natPortBase(40000);
        assertPlaced("inventory low", vm("v").behind(ADDRESS, 30000, 80), low, high);
        assertPlaced("inventory high", vm("v").behind(ADDRESS, 40000, 80), low, high);
        assertPlaced("nat_base 10.0.0.1:50000", vm("v").behind(ADDRESS, 50000, 80), low, high);
    }

    @Test
    void theNatPortBaseOfRuleOneDoesNotLookAtTheVpnPort() {
        Vms oddVpnPort = vm("v").behind(ADDRESS, 30000, 80).vpn(ADDRESS, 1194);
        assertPlaced("inventory low", oddVpnPort, byAddress("low").natPortBase(30000));
    }

    @Test
    void theNatPortBaseOfRuleOneMayLieBelow1024() {
        assertPlaced(
                "inventory low",
                vm("v").behind(ADDRESS, 500, 80),
                byAddress("low").natPortBase(500));
    }

    @Test
    void theNatPortBaseOfRuleOneStaysWhenTheArithmeticIsOff() {
        FindingSettings settings = settings(false, byAddress("low").natPortBase(30000));
        assertEquals(List.of("inventory low"), placed(List.of(BEHIND_NAT.made()), settings));
    }

    @Test
    void anEntryWithANatPortBaseMatchesNoGuestWithoutAnIpv4Address() {
        Vms ipv6 = vm("v").behind(ADDRESS, 30000, 80).ip("fd00::80");
        assertPlaced("ssh_host 10.0.0.1", ipv6, byAddress("low").natPortBase(30000));
    }

    @Test
    void aGuestNetworkAloneMatches() {
        assertPlaced(
                "inventory by-network",
                vm("v").reachedNowhere(),
                host("by-network").guests("192.168.122.0/24"));
    }

    @Test
    void aGuestNetworkElsewhereIsPassedOver() {
        assertPlaced("unknown", vm("v").reachedNowhere(), host("by-network").guests("192.168.123.0/24"));
    }

    @Test
    void anEntryWithAddressAndGuestNetworkWantsBoth() {
        Entries both = byAddress("both").guests("192.168.122.0/25");
        assertPlaced("inventory both", vm("v").behind(ADDRESS, 30000, 80), both);
        assertPlaced("nat_base 10.0.0.1:30000", vm("v").behind(ADDRESS, 30000, 180), both);
        assertPlaced("nat_base 10.0.0.2:30000", vm("v").behind("10.0.0.2", 30000, 80), both);
    }

    @Test
    void anEntryWithAPinAloneMatchesNoAddress() {
        assertPlaced("unknown", vm("v").reachedNowhere(), host("by-pin").pinned("node-7"));
    }

    // Rule 2: the NAT arithmetic.

    @Test
    void theWorkedExampleGivesItsBaseAway() {
        Vms example = vm("v").ip("192.168.122.80").ssh(ADDRESS, 30080).vpn(ADDRESS, 30336);
        assertPlaced("nat_base 10.0.0.1:30000", example);
    }

    @Test
    void aNatBaseOf1024IsTheLowest() {
        assertPlaced("nat_base 10.0.0.1:1024", vm("v").behind(ADDRESS, 1024, 80));
        assertPlaced("ssh_host 10.0.0.1", vm("v").behind(ADDRESS, 1023, 80));
    }

    @ParameterizedTest
    @ValueSource(ints = {30335, 30337, 30080, 29824, -1})
    void aVpnPortThatIsNot256AboveGivesNoBase(int vpnPort) {
        assertPlaced("ssh_host 10.0.0.1", vm("v").behind(ADDRESS, 30000, 80).vpn(ADDRESS, vpnPort));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "fd00::80", "::ffff:192.168.122.80", "192.168.122", "192.168.122.080", "a.b.c.80"})
    void aGuestWithoutAPlainIpv4AddressGivesNoBase(String ip) {
        assertPlaced("ssh_host 10.0.0.1", vm("v").behind(ADDRESS, 30000, 80).ip(ip));
    }

    @Test
    void aGuestThatIsReachedAtItsOwnAddressGivesNoBase() {
        assertPlaced(
                "unknown",
                vm("v").behind(ADDRESS, 30000, 80)
                        .ip(ADDRESS)
                        .ssh(ADDRESS, 30001)
                        .vpn(ADDRESS, 30257));
    }

    @Test
    void whatOnlyLooksLikeAnIpv4AddressGivesNoBase() {
        assertPlaced(
                "ssh_host 10.0.0.1",
                vm("v").ip("192.168.122.999").ssh(ADDRESS, 30999).vpn(ADDRESS, 31255));
    }

    @Test
    void aMissingSshPortGivesNoBase() {
        assertPlaced("ssh_host 10.0.0.1", vm("v").ssh(ADDRESS, -1).vpn(ADDRESS, 255));
    }

    @Test
    void aMissingSshHostGivesNoBase() {
        assertPlaced("unknown", vm("v").behind("", 30000, 80));
    }

    @Test
    void theArithmeticCanBeSwitchedOff() {
        assertEquals(List.of("ssh_host 10.0.0.1"), placed(List.of(BEHIND_NAT.made()), settings(false)));
    }

    @Test
    void eightVmsOfWhichNoTwoShareAKeyDisproveTheArithmetic() {
        assertEquals(sshHosts(8), placed(vmsOnHostsOfTheirOwn(8), settings(true)));
    }

    @Test
    void sevenVmsDisproveNothing() {
        assertEquals(natBases(7), placed(vmsOnHostsOfTheirOwn(7), settings(true)));
    }

    @Test
    void twoThatShareAKeyBearTheArithmeticOut() {
        List<VmInfo> vms = new ArrayList<>(vmsOnHostsOfTheirOwn(7));
        vms.add(vm("shares").behind("10.1.0.1", 30000, 81).made());
        List<String> expected = new ArrayList<>(natBases(7));
        expected.add("nat_base 10.1.0.1:30000");
        assertEquals(expected, placed(vms, settings(true)));
    }

    @Test
    void onlyVmsWithAKeyCountTowardsTheEight() {
        List<VmInfo> vms = new ArrayList<>(vmsOnHostsOfTheirOwn(7));
        vms.add(vm("no-key").reachedAt("10.1.0.9").made());
        List<String> expected = new ArrayList<>(natBases(7));
        expected.add("ssh_host 10.1.0.9");
        assertEquals(expected, placed(vms, settings(true)));
    }

    @Test
    void disproofInOneRealmLeavesTheOtherAlone() {
        var fleet = Snapshots.knowing(REALM, "libvirt2")
                .vms(REALM, vmsOnHostsOfTheirOwn(8).toArray(VmInfo[]::new))
                .vms("libvirt2", BEHIND_NAT.made())
                .made();
        Findings findings = Findings.of(fleet, settings(true));
        assertEquals(sshHosts(8), words(findings, REALM));
        assertEquals(List.of("nat_base 10.0.0.1:30000"), words(findings, "libvirt2"));
    }

    // Rule 3: the address that is not the guest's own.

    @Test
    void anAddressThatIsNotTheGuestsOwnIsTheHosts() {
        assertPlaced("ssh_host hypervisor-7.example.edu", vm("v").reachedAt("hypervisor-7.example.edu"));
    }

    @Test
    void aGuestReachedAtItsOwnAddressSaysNothingOfItsHost() {
        assertPlaced("unknown", vm("v").ip("10.9.0.80").reachedAt("10.9.0.80"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.255.255.254",
                "::1",
                "[::1]",
                "0:0:0:0:0:0:0:1",
                "0000:0000:0000:0000:0000:0000:0000:0001",
                "::ffff:127.0.0.1",
                "localhost",
                "LocalHost",
                "hypervisor.localhost"
            })
    void aLoopbackAddressIsNoHost(String loopback) {
        assertPlaced("unknown", vm("v").reachedAt(loopback));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "128.0.0.1",
                "126.0.0.1",
                "1.127.0.0.1",
                "::2",
                "[::2]",
                "localhost.example.edu",
                "127.0.0.1.example.edu"
            })
    void whatOnlyLooksLikeLoopbackIsAHost(String address) {
        assertPlaced("ssh_host " + address, vm("v").reachedAt(address));
    }

    // Rules 4 and 5: the pin, and nothing.

    @Test
    void aPinnedConfigPlacesItsVm() {
        assertEquals("pinned pin:node-7", placedWith(config("config-v", "node-7")));
    }

    @Test
    void aPinThatAnEntryNamesTakesTheEntrysName() {
        assertEquals(
                "pinned rack-a-7",
                placedWith(config("config-v", "node-7"), host("rack-a-7").pinned("node-7")));
    }

    @Test
    void thePinOfAnEntryOfAnotherRealmDoesNotCount() {
        assertEquals(
                "pinned pin:node-7",
                placedWith(
                        config("config-v", "node-7"),
                        host("rack-a-7").in("libvirt2").pinned("node-7")));
    }

    @Test
    void aConfigWithoutAPinPlacesNothing() {
        assertEquals("unknown", placedWith(config("config-v", null)));
    }

    @Test
    void thePinOfAnotherVmsConfigDoesNotCount() {
        assertEquals("unknown", placedWith(config("config-of-another", "node-7")));
    }

    @Test
    void withoutConfigsTheFourthRuleDoesNotApply() {
        assertPlaced("unknown", vm("v").reachedNowhere());
    }

    @Test
    void anAddressBeatsAPin() {
        var fleet = Snapshots.knowing(REALM)
                .vms(REALM, BEHIND_NAT.made())
                .configs(REALM, config("config-v", "node-7"))
                .made();
        assertEquals(List.of("nat_base 10.0.0.1:30000"), words(Findings.of(fleet, settings(true)), REALM));
    }

    private static Entries byAddress() {
        return byAddress("by-address");
    }

    private static Entries byAddress(String name) {
        return host(name).sshHost(ADDRESS);
    }

    private static VmConfigInfo config(String id, @Nullable String pin) {
        return new VmConfigInfo(id, VmConfigState.RUNNING, null, pin);
    }

    private static List<VmInfo> vmsOnHostsOfTheirOwn(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(n -> vm("v" + n).behind("10.1.0." + n, 30000, 80).made())
                .toList();
    }

    private static List<String> natBases(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(n -> "nat_base 10.1.0." + n + ":30000")
                .toList();
    }

    private static List<String> sshHosts(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(n -> "ssh_host 10.1.0." + n)
                .toList();
    }

    private static void assertPlaced(String expected, Vms vm, Entries... inventory) {
        assertEquals(List.of(expected), placed(List.of(vm.made()), settings(true, inventory)));
    }

    private static String placedWith(VmConfigInfo config, Entries... inventory) {
        var fleet = Snapshots.knowing(REALM)
                .vms(REALM, vm("v").reachedNowhere().made())
                .configs(REALM, config)
                .made();
        return words(Findings.of(fleet, settings(true, inventory)), REALM).get(0);
    }

    private static List<String> placed(List<VmInfo> vms, FindingSettings settings) {
        var fleet =
                Snapshots.knowing(REALM).vms(REALM, vms.toArray(VmInfo[]::new)).made();
        return words(Findings.of(fleet, settings), REALM);
    }

    private static List<String> words(Findings findings, String realm) {
        return Objects.requireNonNull(findings.realms().get(realm)).placements().stream()
                .map(placement -> placement.method().label()
                        + placement.knownHost().map(host -> " " + host.key()).orElse(""))
                .toList();
    }

    private static FindingSettings settings(boolean natArithmetic, Entries... inventory) {
        FindingSettings base = FindingSettings.DEFAULT;
        return new FindingSettings(
                Arrays.stream(inventory).map(Entries::made).toList(),
                natArithmetic,
                base.vcpuOvercommit(),
                base.silentAfter(),
                base.largeVmMemoryBytes(),
                base.exemptBricks());
    }
}
