package io.github.ticryptexporter.findings;

import static io.github.ticryptexporter.testing.Entries.host;
import static io.github.ticryptexporter.testing.Fleets.GIB;
import static io.github.ticryptexporter.testing.Fleets.REALM;
import static io.github.ticryptexporter.testing.Vms.vm;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.ticryptexporter.fleet.VmInfo;
import io.github.ticryptexporter.testing.Entries;
import io.github.ticryptexporter.testing.Snapshots;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What still fits: the largest VM that one schedulable host of the realm can take. */
class FreeCapacityTest {

    private static final String GPU = "gpu-nvidia";
    private static final Entries LARGE = host("large").sshHost("10.0.0.1").owning(32, 256, Map.of(GPU, 4L));
    private static final Entries SMALL = host("small").sshHost("10.0.0.2").owning(16, 64, Map.of(GPU, 2L));
    private static final Entries NOT_MEASURED = host("not-measured").sshHost("10.0.0.3");

    private final VmInfo onLarge = vm("on-large")
            .reachedAt("10.0.0.1")
            .takes(100, 200, Map.of(GPU, 3L))
            .made();
    private final VmInfo onSmall =
            vm("on-small").reachedAt("10.0.0.2").takes(4, 8, Map.of()).made();

    @Test
    void theHostWithMostLeftCountsNotTheSum() {
        RealmFindings found = found(List.of(LARGE, SMALL), 4, onLarge, onSmall);
        assertEquals(OptionalDouble.of(56 * GIB), found.largestFreeMemoryBytes());
        assertEquals(OptionalDouble.of(60), found.largestFreeVcpus());
        assertEquals(OptionalDouble.of(2), found.largestFreeDevices(GPU));
    }

    @Test
    void vcpusAreCountedWithOvercommitment() {
        assertEquals(OptionalDouble.of(40), found(List.of(LARGE), 1.25).largestFreeVcpus());
    }

    @Test
    void aHostThatIsPromisedBeyondItsSizeHasNothingFree() {
        RealmFindings found = found(
                List.of(LARGE),
                1,
                onLarge,
                vm("more").reachedAt("10.0.0.1").takes(4, 100, Map.of(GPU, 3L)).made());
        assertEquals(OptionalDouble.of(0), found.largestFreeMemoryBytes());
        assertEquals(OptionalDouble.of(0), found.largestFreeVcpus());
        assertEquals(OptionalDouble.of(0), found.largestFreeDevices(GPU));
    }

    @Test
    void aDrainedHostHasNothingToGive() {
        Entries drained = host("drained")
                .sshHost("10.0.0.9")
                .owning(64, 512, Map.of(GPU, 8L))
                .drained();
        assertEquals(
                OptionalDouble.of(64 * GIB), found(List.of(drained, SMALL), 4).largestFreeMemoryBytes());
    }

    @Test
    void aRealmOfDrainedHostsHasNothingFree() {
        Entries drained = host("drained")
                .sshHost("10.0.0.9")
                .owning(64, 512, Map.of(GPU, 8L))
                .drained();
        RealmFindings found = found(List.of(drained, NOT_MEASURED), 4);
        assertEquals(OptionalDouble.of(0), found.largestFreeMemoryBytes());
        assertEquals(OptionalDouble.of(0), found.largestFreeVcpus());
        assertEquals(OptionalDouble.of(0), found.largestFreeDevices(GPU));
    }

    @Test
    void withoutAnyCapacityThereIsNoAnswer() {
        RealmFindings found = found(List.of(NOT_MEASURED), 4, onLarge);
        assertEquals(OptionalDouble.empty(), found.largestFreeMemoryBytes());
        assertEquals(OptionalDouble.empty(), found.largestFreeVcpus());
        assertEquals(OptionalDouble.empty(), found.largestFreeDevices(GPU));
    }

    @Test
    void anEntryOfAnotherRealmHasNothingForThisOne() {
        assertEquals(
                OptionalDouble.empty(),
                found(List.of(host("elsewhere").in("libvirt2").owning(8, 8, Map.of())), 4)
                        .largestFreeMemoryBytes());
    }

    @Test
    void aHostKnownByItsPinAloneGivesWhatItsPinnedVmsLeave() {
        Entries byPin = host("by-pin").pinned("node-7").owning(8, 64, Map.of());
        assertEquals(
                OptionalDouble.of(64 * GIB), found(List.of(byPin), 4, onSmall).largestFreeMemoryBytes());
    }

    @Test
    void everyDeviceTypeOfVmsAndInventoryIsKnown() {
        VmInfo withFpga =
                vm("fpga").reachedAt("10.0.0.2").takes(1, 1, Map.of("fpga", 0L)).made();
        RealmFindings found = found(List.of(LARGE), 4, withFpga);
        assertEquals(Set.of("fpga", GPU), found.deviceTypes());
        assertEquals(OptionalDouble.empty(), found.largestFreeDevices("fpga"));
    }

    @Test
    void inventoryHostsAreThereWhenEmptyAndOthersOnlyWithVms() {
        RealmFindings found = found(List.of(LARGE), 4, onSmall);
        assertEquals(
                List.of("10.0.0.2 1", "large 0"),
                found.hosts().entrySet().stream()
                        .map(host -> host.getKey().key() + " " + host.getValue().vms())
                        .toList());
    }

    @Test
    void aVmWithoutResourcesCountsAsAVmAlone() {
        RealmFindings found =
                found(List.of(), 4, onSmall, vm("bare").withoutResources().made());
        assertEquals(new Use(2, 4, 8 * GIB, Map.of()), found.total());
    }

    private static RealmFindings found(List<Entries> inventory, double overcommit, VmInfo... vms) {
        FindingSettings base = FindingSettings.DEFAULT;
        Stream<HostEntry> hosts = inventory.stream().map(Entries::made);
        FindingSettings settings =
                new FindingSettings(hosts.toList(), true, overcommit, base.silentAfter(), Map.of(), Set.of());
        var fleet = Snapshots.knowing(REALM).vms(REALM, vms).made();
        return Objects.requireNonNull(Findings.of(fleet, settings).realms().get(REALM));
    }
}
