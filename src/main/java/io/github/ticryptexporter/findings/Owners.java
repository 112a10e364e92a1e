package io.github.ticryptexporter.findings;

import io.github.ticryptexporter.fleet.OwnerType;
import io.github.ticryptexporter.fleet.VmInfo;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Which user a VM belongs to: VMs may own VMs, and a user stands at the end of the chain. */
public final class Owners {

    /** How many VMs are followed at most; a circle has no end and so no user. */
    private static final int MAX_STEPS = 8;

    private final Map<String, VmInfo> vmsById;

    private Owners(Map<String, VmInfo> vmsById) {
        this.vmsById = vmsById;
    }

    /** @param vms of every known realm, since a VM may be owned across realms; of two with one id the first counts */
    static Owners among(Collection<VmInfo> vms) {
        Map<String, VmInfo> vmsById = new HashMap<>();
        vms.forEach(vm -> vmsById.putIfAbsent(vm.id(), vm));
        return new Owners(vmsById);
    }

    /** Id of the user that the VM belongs to; empty where the chain ends without one or goes on too long. */
    public Optional<String> userOf(VmInfo vm) {
        VmInfo owned = vm;
        for (int step = 0; owned.ownerType() == OwnerType.VM && step < MAX_STEPS; step++) {
            VmInfo owner = vmsById.get(owned.owner());
            if (owner == null) {
                return Optional.empty();
            }
            owned = owner;
        }
        boolean isOfAUser =
                owned.ownerType() == OwnerType.USER && !owned.owner().isEmpty();
        return isOfAUser ? Optional.of(owned.owner()) : Optional.empty();
    }
}
