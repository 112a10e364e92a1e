package io.github.ticryptexporter.simulator;

import io.github.ticryptexporter.simulator.wire.Fleet;
import io.github.ticryptexporter.simulator.wire.Realm;
import io.github.ticryptexporter.simulator.wire.VMConfigInfo;
import io.github.ticryptexporter.simulator.wire.VirtualMachine;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A config with the realm that keeps it, which it does not name itself. */
record Workspace(Realm realm, VMConfigInfo config) {
    /** Those of all realms, in the order of their maps. */
    static List<Workspace> of(Fleet fleet) {
        return fleet.realms.values().stream()
                .flatMap(realm -> realm.configs.values().stream().map(config -> new Workspace(realm, config)))
                .toList();
    }

    /** The VM that this config runs as; null while none is listed. */
    @Nullable
    VirtualMachine vm() {
        VirtualMachine vm = config.vmID == null ? null : realm.vms.get(config.vmID);
        return vm != null && config.id.equals(vm.config) ? vm : null;
    }
}
