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
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What an administrator is told of hosts that only VMs betray. */
class UnlistedHostTest {

    private static final String ADDRESS = "10.0.0.1";

    private final Snapshots fleet = Snapshots.knowing(REALM);

    @Test
    void aHostIsKnownByAddressAndPortBaseOrByAddressAloneOrByItsPin() {
        vms(
                vm("a").behind(ADDRESS, 30000, 80),
                vm("b").reachedAt("10.0.0.2"),
                vm("c").reachedNowhere().from("pinned"));
        configs(config("pinned", "kvm-03"));

        assertUnlisted("unnamed-01 at 10.0.0.1:30000", "unnamed-02 at 10.0.0.2", "kvm-03 at null pinned kvm-03");
    }

    @Test
    void ofTwoHostsWithOneAddressThatWithAPortBaseComesFirstForTheFirstEntryThatMatchesWins() {
        vms(vm("a").reachedAt(ADDRESS), vm("b").behind(ADDRESS, 30512, 80), vm("c").behind(ADDRESS, 30000, 81));

        assertUnlisted("unnamed-01 at 10.0.0.1:30000", "unnamed-02 at 10.0.0.1:30512", "unnamed-03 at 10.0.0.1");
    }

    @Test
    void aHostThatTheInventoryHasIsNotRepeated() {
        vms(vm("a").behind(ADDRESS, 30000, 80), vm("b").reachedAt("10.0.0.2"));

        assertUnlistedBeside(List.of(host("known").sshHost("10.0.0.2")), "unnamed-01 at 10.0.0.1:30000");
    }

    @Test
    void aVmThatNoRulePlacesShowsNoHost() {
        vms(vm("a").reachedNowhere());

        assertUnlisted();
    }

    @Test
    void whatTheConfigsCallAHostIsItsName() {
        vms(vm("a").behind(ADDRESS, 30000, 80).from("pinned"), vm("b").behind(ADDRESS, 30000, 81));
        configs(config("pinned", "kvm-01"));

        assertUnlisted("kvm-01 at 10.0.0.1:30000 pinned kvm-01");
    }

    @Test
    void aVmThatOnlyItsPinPlacesIsOnTheHostThatIsCalledSo() {
        vms(
                vm("a").behind(ADDRESS, 30000, 80).from("pinned"),
                vm("b").reachedNowhere().from("pinned-too"));
        configs(config("pinned", "kvm-01"), config("pinned-too", "kvm-01"));

        assertUnlisted("kvm-01 at 10.0.0.1:30000 pinned kvm-01");
        assertEquals(2, unlisted(List.of()).get(0).use().vms());
    }

    @Test
    void pinsThatDisagreeNameNoHost() {
        vms(
                vm("a").behind(ADDRESS, 30000, 80).from("one"),
                vm("b").behind(ADDRESS, 30000, 81).from("other"),
                vm("c").behind("10.0.0.2", 30000, 80).from("another"));
        configs(config("one", "kvm-01"), config("other", "kvm-02"), config("another", "kvm-02"));

        assertUnlisted("unnamed-01 at 10.0.0.1:30000", "unnamed-02 at 10.0.0.2:30000");
    }

    @Test
    void aNameThatTheInventoryHasIsNotSuggestedAgain() {
        vms(vm("a").behind(ADDRESS, 30000, 80).from("pinned"), vm("b").reachedAt("10.0.0.2"));
        configs(config("pinned", "kvm-01"));

        assertUnlistedBeside(
                List.of(
                        host("kvm-01").in("elsewhere").sshHost("10.9.9.9"),
                        host("unnamed-01").in("elsewhere")),
                "unnamed-02 at 10.0.0.1:30000 pinned kvm-01",
                "unnamed-03 at 10.0.0.2");
    }

    @Test
    void whatItsVmsTakeTellsAPersonWhichHostItIs() {
        vms(
                vm("a").reachedAt(ADDRESS).takes(4, 8, Map.of("gpu-nvidia", 1L)),
                vm("b").reachedAt(ADDRESS).takes(2, 16, Map.of()));

        assertEquals(
                new Use(2, 6, 24L << 30, Map.of("gpu-nvidia", 1L)),
                unlisted(List.of()).get(0).use());
    }

    private void vms(Vms... vms) {
        fleet.vms(REALM, Arrays.stream(vms).map(Vms::made).toArray(VmInfo[]::new));
    }

    private void configs(VmConfigInfo... configs) {
        fleet.configs(REALM, configs);
    }

    private static VmConfigInfo config(String id, String host) {
        return new VmConfigInfo(id, VmConfigState.RUNNING, null, host);
    }

    private void assertUnlisted(String... expected) {
        assertUnlistedBeside(List.of(), expected);
    }

    private void assertUnlistedBeside(List<Entries> inventory, String... expected) {
        assertEquals(
                List.of(expected),
                unlisted(inventory).stream().map(UnlistedHostTest::text).toList());
    }

    private List<UnlistedHost> unlisted(List<Entries> inventory) {
        FindingSettings defaults = FindingSettings.DEFAULT;
        return UnlistedHost.of(
                fleet.made(),
                new FindingSettings(
                        inventory.stream().map(Entries::made).toList(),
                        defaults.natArithmetic(),
                        defaults.vcpuOvercommit(),
                        defaults.silentAfter(),
                        defaults.largeVmMemoryBytes(),
                        defaults.exemptBricks()));
    }

    private static String text(UnlistedHost host) {
        return host.suggestedName() + " at " + host.sshHost()
                + (host.natPortBase() == null ? "" : ":" + host.natPortBase())
                + (host.pinned() == null ? "" : " pinned " + host.pinned());
    }
}
