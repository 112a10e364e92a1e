package io.github.ticryptexporter.findings;

import static io.github.ticryptexporter.testing.Vms.vm;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.ticryptexporter.fleet.OwnerType;
import io.github.ticryptexporter.fleet.VmInfo;
import io.github.ticryptexporter.testing.Fleets;
import io.github.ticryptexporter.testing.Snapshots;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class OwnersTest {

    private static final VmInfo OF_A_USER =
            vm("workstation").ownedBy(OwnerType.USER, "user-7").made();

    @Test
    void aVmOfAUserBelongsToThatUser() {
        assertEquals(Optional.of("user-7"), Owners.among(List.of()).userOf(OF_A_USER));
    }

    @Test
    void aVmOfAVmBelongsToTheUserOfThatVm() {
        VmInfo worker = vm("worker").ownedBy(OwnerType.VM, "workstation").made();
        assertEquals(
                Optional.of("user-7"), Owners.among(List.of(worker, OF_A_USER)).userOf(worker));
    }

    @Test
    void aVmMayBelongToAVmOfAnotherRealm() {
        VmInfo worker = vm("worker").ownedBy(OwnerType.VM, "workstation").made();
        var fleet = Snapshots.knowing(Fleets.REALM, "libvirt2")
                .vms(Fleets.REALM, worker)
                .vms("libvirt2", OF_A_USER)
                .made();
        Findings findings = Findings.of(fleet, FindingSettings.DEFAULT);
        assertEquals(Optional.of("user-7"), findings.owners().userOf(worker));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 8})
    void upToEightVmsAreFollowed(int steps) {
        assertEquals(Optional.of("user-7"), userAtTheEndOf(steps));
    }

    @ParameterizedTest
    @ValueSource(ints = {9, 10, 1000})
    void beyondEightVmsNobodyIsFound(int steps) {
        assertEquals(Optional.empty(), userAtTheEndOf(steps));
    }

    @Test
    void aCircleBelongsToNobody() {
        VmInfo one = vm("one").ownedBy(OwnerType.VM, "two").made();
        VmInfo two = vm("two").ownedBy(OwnerType.VM, "one").made();
        VmInfo own = vm("own").ownedBy(OwnerType.VM, "own").made();
        Owners owners = Owners.among(List.of(one, two, own));
        assertEquals(Optional.empty(), owners.userOf(one));
        assertEquals(Optional.empty(), owners.userOf(own));
    }

    @Test
    void aVmOfOneThatNoRealmListsBelongsToNobody() {
        VmInfo orphan = vm("orphan").ownedBy(OwnerType.VM, "gone").made();
        assertEquals(Optional.empty(), Owners.among(List.of(orphan)).userOf(orphan));
    }

    @Test
    void aVmWithoutAnOwnerBelongsToNobody() {
        VmInfo nobodys = vm("nobodys").ownedBy(OwnerType.USER, "").made();
        assertEquals(Optional.empty(), Owners.among(List.of()).userOf(nobodys));
    }

    @ParameterizedTest
    @EnumSource(
            value = OwnerType.class,
            names = {"UNKNOWN", "OTHER"})
    void anOwnerOfAnotherTypeIsNoUser(OwnerType type) {
        VmInfo strange = vm("strange").ownedBy(type, "user-7").made();
        VmInfo worker = vm("worker").ownedBy(OwnerType.VM, "strange").made();
        Owners owners = Owners.among(List.of(strange, worker));
        assertEquals(Optional.empty(), owners.userOf(strange));
        assertEquals(Optional.empty(), owners.userOf(worker));
    }

    /** Of a VM that is so many VMs away from one that belongs to a user. */
    private static Optional<String> userAtTheEndOf(int steps) {
        List<VmInfo> chain = new ArrayList<>(List.of(OF_A_USER));
        for (int step = 0; step < steps; step++) {
            String owner = chain.get(chain.size() - 1).id();
            chain.add(vm("vm-" + step).ownedBy(OwnerType.VM, owner).made());
        }
        return Owners.among(chain).userOf(chain.get(steps));
    }
}
