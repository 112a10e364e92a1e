package io.github.ticryptexporter.findings;

import io.github.ticryptexporter.fleet.HostAndPort;
import io.github.ticryptexporter.fleet.VmConfigInfo;
import io.github.ticryptexporter.fleet.VmInfo;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Finds the host of each VM of one realm. The API has no field for it, so five rules are tried in order, from what the
 * administrator wrote down to what the VM's addresses betray.
 */
final class Placements {

    /** From this many VMs on, inferred keys that are all different are taken for noise, not for hosts. */
    private static final int MANY = 8;

    private final List<HostEntry> inventory;
    private final Map<String, String> pinByConfig;
    private final boolean useNatBase;

    private Placements(List<HostEntry> inventory, Map<String, String> pinByConfig, boolean useNatBase) {
        this.inventory = inventory;
        this.pinByConfig = pinByConfig;
        this.useNatBase = useNatBase;
    }

    /**
     * A placement for each VM, in the same order.
     *
     * @param inventory the realm's entries in file order
     * @param configs the realm's VM configs; empty while they are not known, which leaves pins out
     */
    static List<Placement> of(
            List<VmInfo> vms, List<VmConfigInfo> configs, List<HostEntry> inventory, boolean natArithmetic) {
        Map<String, String> pins = new HashMap<>();
        for (VmConfigInfo config : configs) {
            if (config.host() != null) {
                pins.put(config.id(), config.host());
            }
        }
        Placements placements = new Placements(inventory, pins, natArithmetic && bearsOut(vms));
        return vms.stream().map(placements::place).toList();
    }

    /** False where many VMs have an inferred key and no two share one: hosts with one VM each are not believable. */
    private static boolean bearsOut(List<VmInfo> vms) {
        Set<String> keys = new HashSet<>();
        int withKey = 0;
        for (VmInfo vm : vms) {
            OptionalInt base = NatBase.confirmed(vm);
            if (base.isPresent()) {
                withKey++;
                keys.add(natKey(vm, base.getAsInt()));
            }
        }
        return withKey < MANY || keys.size() < withKey;
    }

    private Placement place(VmInfo vm) {
        Optional<HostEntry> entry =
                inventory.stream().filter(host -> matches(host, vm)).findFirst();
        if (entry.isPresent()) {
            return new Placement(vm, PlacementMethod.INVENTORY, Host.of(entry.get()));
        }
        OptionalInt base = useNatBase ? NatBase.confirmed(vm) : OptionalInt.empty();
        if (base.isPresent()) {
            return new Placement(vm, PlacementMethod.NAT_BASE, Host.seen(natKey(vm, base.getAsInt())));
        }
        if (isHostAddress(vm.ssh(), vm.ip())) {
            return new Placement(
                    vm, PlacementMethod.SSH_HOST, Host.seen(vm.ssh().host()));
        }
        return pin(vm).map(pin -> new Placement(vm, PlacementMethod.PINNED, pinnedTo(pin)))
                .orElse(new Placement(vm, PlacementMethod.UNKNOWN, null));
    }

    private static String natKey(VmInfo vm, int base) {
        return vm.ssh().host() + ":" + base;
    }

    private static boolean matches(HostEntry entry, VmInfo vm) {
        if (entry.sshHost() == null && entry.guestCidr() == null) {
            return false;
        }
        return (entry.sshHost() == null || entry.sshHost().equals(vm.ssh().host()))
                && (entry.natPortBase() == null || hasBase(vm, entry.natPortBase()))
                && (entry.guestCidr() == null || entry.guestCidr().contains(vm.ip()));
    }

    private static boolean hasBase(VmInfo vm, int base) {
        OptionalInt actual = NatBase.of(vm);
        return actual.isPresent() && actual.getAsInt() == base;
    }

    private static boolean isHostAddress(HostAndPort ssh, String ip) {
        return !ssh.host().isEmpty() && !ssh.host().equals(ip) && !Loopback.is(ssh.host());
    }

    private Optional<String> pin(VmInfo vm) {
        return vm.config() == null ? Optional.empty() : Optional.ofNullable(pinByConfig.get(vm.config()));
    }

    private Host pinnedTo(String pin) {
        return inventory.stream()
                .filter(entry -> pin.equals(entry.pinned()))
                .findFirst()
                .map(Host::of)
                .orElse(Host.pinned(pin));
    }
}
