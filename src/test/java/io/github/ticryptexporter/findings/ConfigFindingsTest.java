package io.github.ticryptexporter.findings;

import static io.github.ticryptexporter.findings.ConfigInconsistency.PINNED_ELSEWHERE;
import static io.github.ticryptexporter.findings.ConfigInconsistency.RUNNING_WITHOUT_VM;
import static io.github.ticryptexporter.findings.ConfigInconsistency.VM_CLAIMED_TWICE;
import static io.github.ticryptexporter.findings.ConfigInconsistency.VM_CONFIG_NOT_RUNNING;
import static io.github.ticryptexporter.findings.ConfigInconsistency.VM_WITHOUT_CONFIG;
import static io.github.ticryptexporter.testing.Entries.host;
import static io.github.ticryptexporter.testing.Fleets.REALM;
import static io.github.ticryptexporter.testing.Vms.vm;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.ticryptexporter.fleet.VmConfigInfo;
import io.github.ticryptexporter.fleet.VmConfigState;
import io.github.ticryptexporter.fleet.VmInfo;
import io.github.ticryptexporter.testing.Entries;
import io.github.ticryptexporter.testing.Snapshots;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What speaks against VM configs, one kind at a time. */
class ConfigFindingsTest {

    private static final Entries[] TWO_HOSTS = {
        host("rack-1").sshHost("10.0.0.1").pinned("node-1"),
        host("rack-2").sshHost("10.0.0.2").pinned("node-2")
    };

    @Test
    void aSiteWithoutConfigsAndVmsHasNothingToBlameAndSaysSo() {
        assertEquals(
                Map.of(
                        RUNNING_WITHOUT_VM,
                        0L,
                        VM_WITHOUT_CONFIG,
                        0L,
                        VM_CONFIG_NOT_RUNNING,
                        0L,
                        VM_CLAIMED_TWICE,
                        0L,
                        PINNED_ELSEWHERE,
                        0L),
                found(Snapshots.knowing(REALM).configs(REALM).vms(REALM)));
    }

    @Test
    void aRunningConfigThatNoVmHasRunsAsNone() {
        assertFound(Map.of(RUNNING_WITHOUT_VM, 1L), vms(), running("config-a", "vm-gone"));
        assertFound(Map.of(RUNNING_WITHOUT_VM, 1L), vms(), running("config-a", null));
    }

    @Test
    void aRunningConfigIsFoundByEitherEndOfTheTie() {
        VmInfo byItsConfig = vm("vm-1").from("config-a").made();
        VmInfo byItsId = vm("vm-2").from(null).made();
        assertFound(Map.of(), vms(byItsConfig), running("config-a", "vm-gone"));
        assertFound(Map.of(), vms(byItsId), running("config-a", "vm-2"));
    }

    @ParameterizedTest
    @EnumSource(
            value = VmConfigState.class,
            names = {"STOPPED", "STARTING", "SUSPENDED", "STOPPING", "OTHER"})
    void onlyARunningConfigNeedsAVm(VmConfigState state) {
        assertFound(Map.of(), vms(), new VmConfigInfo("config-a", state, "vm-gone", null));
    }

    @Test
    void aVmWhoseConfigIsInNoListHasNone() {
        VmInfo vm = vm("vm-1").from("config-gone").made();
        assertFound(Map.of(VM_WITHOUT_CONFIG, 1L), vms(vm));
        assertFound(Map.of(VM_WITHOUT_CONFIG, 1L), vms(vm), running("config-a", "vm-1"));
    }

    @Test
    void aVmThatNamesNoConfigLacksNone() {
        assertFound(Map.of(), vms(vm("vm-1").from(null).made()));
    }

    @ParameterizedTest
    @CsvSource({"STOPPED, 2", "SUSPENDED, 2", "STARTING, 0", "RUNNING, 0", "STOPPING, 0", "OTHER, 0"})
    void listedVmsWhoseConfigIsDownAreCounted(VmConfigState state, long vms) {
        assertFound(
                vms == 0 ? Map.of() : Map.of(VM_CONFIG_NOT_RUNNING, vms),
                vms(
                        vm("vm-1").from("config-a").made(),
                        vm("vm-2").from("config-a").made()),
                new VmConfigInfo("config-a", state, null, null));
    }

    @Test
    void aVmThatSeveralRunningConfigsNameIsCountedOnceListedOrNot() {
        VmInfo[] listed = vms(
                vm("vm-1").from("a").made(),
                vm("vm-2").from("b").made(),
                vm("vm-3").from("c").made());
        assertFound(
                Map.of(VM_CLAIMED_TWICE, 1L), listed, running("a", "vm-1"), running("b", "vm-1"), running("c", "vm-1"));
        assertFound(
                Map.of(VM_CLAIMED_TWICE, 1L, RUNNING_WITHOUT_VM, 2L),
                vms(),
                running("a", "vm-gone"),
                running("b", "vm-gone"));
    }

    @Test
    void onlyRunningConfigsClaimAVmAndOnlyByNamingOne() {
        VmInfo[] listed = vms(vm("vm-1").from("a").made(), vm("vm-2").from("b").made());
        assertFound(
                Map.of(),
                listed,
                running("a", "vm-1"),
                running("b", "vm-2"),
                new VmConfigInfo("c", VmConfigState.STARTING, "vm-1", null),
                new VmConfigInfo("d", VmConfigState.STOPPED, "vm-1", null));
        assertFound(Map.of(), listed, running("a", null), running("b", null));
    }

    @Test
    void aVmOnOneHostOfTheInventoryThatIsPinnedToAnotherIsElsewhere() {
        assertPinnedElsewhere(1, vm("vm-1").from("a").made(), "node-2", TWO_HOSTS);
        assertPinnedElsewhere(0, vm("vm-1").from("a").made(), "node-1", TWO_HOSTS);
    }

    @Test
    void aPinThatTheInventoryDoesNotHaveSaysNothing() {
        assertPinnedElsewhere(0, vm("vm-1").from("a").made(), "node-3", TWO_HOSTS);
        assertPinnedElsewhere(0, vm("vm-1").from("a").made(), null, TWO_HOSTS);
        assertPinnedElsewhere(
                0,
                vm("vm-1").from("a").made(),
                "node-2",
                TWO_HOSTS[0],
                host("rack-2").in("libvirt2").pinned("node-2"));
    }

    @Test
    void aVmOnAHostThatOnlyItsAddressesBetrayIsNotElsewhere() {
        assertPinnedElsewhere(
                0, vm("vm-1").from("a").behind("10.0.0.9", 30000, 80).made(), "node-2", TWO_HOSTS);
        assertPinnedElsewhere(0, vm("vm-1").from("a").reachedAt("10.0.0.9").made(), "node-2", TWO_HOSTS);
    }

    @Test
    void aVmThatItsPinPlacedIsWhereItIsPinned() {
        assertPinnedElsewhere(0, vm("vm-1").from("a").reachedNowhere().made(), "node-2", TWO_HOSTS);
    }

    @Test
    void aHostThatTheInventoryHasTwiceIsOneHost() {
        assertPinnedElsewhere(
                0,
                vm("vm-1").from("a").made(),
                "node-1",
                host("rack-1-low").sshHost("10.0.0.7").pinned("node-1"),
                host("rack-1-high").sshHost("10.0.0.1").pinned("node-1"));
    }

    @Test
    void aHostWithoutAPinIsNotTheOneOfThePin() {
        assertPinnedElsewhere(
                1, vm("vm-1").from("a").made(), "node-2", host("rack-1").sshHost("10.0.0.1"), TWO_HOSTS[1]);
    }

    @Test
    void everyRealmIsJudgedByItsOwnLists() {
        var fleet = Snapshots.knowing(REALM, "libvirt2")
                .configs(REALM, running("config-a", "vm-1"))
                .vms(REALM)
                .configs("libvirt2")
                .vms("libvirt2", vm("vm-1").from("config-a").made());
        assertEquals(Map.of(RUNNING_WITHOUT_VM, 1L), nonZero(found(fleet)));
        assertEquals(Map.of(VM_WITHOUT_CONFIG, 1L), nonZero(found(fleet, "libvirt2")));
    }

    @Test
    void withoutTheVmsOnlyWhatConfigsSayAmongThemselvesIsKnown() {
        var fleet = Snapshots.knowing(REALM).configs(REALM, running("a", "vm-1"), running("b", "vm-1"));
        assertEquals(Map.of(VM_CLAIMED_TWICE, 1L), found(fleet));
        assertEquals(
                Map.of(), found(Snapshots.knowing(REALM).vms(REALM, vm("vm-1").made())));
    }

    @Test
    void whatIsNotKnownIsNotZero() {
        var disagreements = Findings.of(Snapshots.knowing(REALM).configs(REALM).made(), FindingSettings.DEFAULT)
                .disagreements();
        var refusal = assertThrows(IllegalStateException.class, () -> disagreements.count(VM_WITHOUT_CONFIG, REALM));
        assertEquals("VM_WITHOUT_CONFIG is not known: a family does not say what it needs", refusal.getMessage());
        assertThrows(IllegalStateException.class, () -> disagreements.count(VM_WITHOUT_CONFIG, "libvirt2"));
    }

    private static void assertPinnedElsewhere(long vms, VmInfo vm, @Nullable String pin, Entries... inventory) {
        var fleet = Snapshots.knowing(REALM)
                .configs(REALM, new VmConfigInfo("a", VmConfigState.RUNNING, vm.id(), pin))
                .vms(REALM, vm);
        assertEquals(vms == 0 ? Map.of() : Map.of(PINNED_ELSEWHERE, vms), nonZero(found(fleet, REALM, inventory)));
    }

    private static void assertFound(Map<ConfigInconsistency, Long> expected, VmInfo[] vms, VmConfigInfo... configs) {
        assertEquals(
                expected,
                nonZero(found(Snapshots.knowing(REALM).configs(REALM, configs).vms(REALM, vms))));
    }

    private static Map<ConfigInconsistency, Long> found(Snapshots fleet) {
        return found(fleet, REALM);
    }

    private static Map<ConfigInconsistency, Long> found(Snapshots fleet, String realm, Entries... inventory) {
        var hosts = Arrays.stream(inventory).map(Entries::made).toList();
        FindingSettings base = FindingSettings.DEFAULT;
        FindingSettings settings = new FindingSettings(
                hosts, true, base.vcpuOvercommit(), base.silentAfter(), Map.of(), base.exemptBricks());
        return Objects.requireNonNull(
                Findings.of(fleet.made(), settings).disagreements().configs().get(realm));
    }

    private static Map<ConfigInconsistency, Long> nonZero(Map<ConfigInconsistency, Long> counts) {
        Map<ConfigInconsistency, Long> found = new TreeMap<>(counts);
        found.values().removeIf(count -> count == 0);
        return found;
    }

    private static VmConfigInfo running(String id, @Nullable String vm) {
        return new VmConfigInfo(id, VmConfigState.RUNNING, vm, null);
    }

    private static VmInfo[] vms(VmInfo... vms) {
        return vms;
    }
}
