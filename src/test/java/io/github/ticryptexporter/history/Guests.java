package io.github.ticryptexporter.history;

import io.github.ticryptexporter.simulator.SimulatedHost;
import io.github.ticryptexporter.simulator.wire.Fleet;
import io.github.ticryptexporter.simulator.wire.HostAndPort;
import io.github.ticryptexporter.simulator.wire.HostUsage;
import io.github.ticryptexporter.simulator.wire.VirtualMachine;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** VMs without a configuration, which the site's own motion leaves alone. */
final class Guests {
    /** Above the addresses that a site of this size gives away itself. */
    private static final int OCTET = 250;

    private static final int VPN_OFFSET = 256;

    /** By which they are known. */
    static final String NAME = "guest";

    private Guests() {}

    /** A VM that takes nothing, new or the one of that name which is there. */
    static VirtualMachine guest(Fleet fleet, String name, SimulatedHost host, Instant now) {
        String id = id(name);
        return fleet.realm(host.realm()).vms.computeIfAbsent(id, none -> vm(id, host, now));
    }

    /** Takes away the VM of that name, wherever it is. */
    static void remove(Fleet fleet, String name) {
        fleet.realms.values().forEach(realm -> realm.vms.remove(id(name)));
    }

    private static String id(String name) {
        return new UUID(0x6775_6573_7400_4000L, name.hashCode() | Long.MIN_VALUE).toString();
    }

    private static VirtualMachine vm(String id, SimulatedHost host, Instant now) {
        VirtualMachine vm = new VirtualMachine();
        vm.id = id;
        vm.name = NAME;
        vm.active = true;
        vm.ownerType = "User";
        vm.realmID = host.realm();
        vm.protocolVer = 3;
        vm.ip = "192.168.122." + OCTET;
        vm.ssh = new HostAndPort(host.sshHost(), host.natPortBase() + OCTET);
        vm.vpn = new HostAndPort(host.sshHost(), host.natPortBase() + OCTET + VPN_OFFSET);
        vm.start = now.toEpochMilli();
        vm.lastPing = now.toEpochMilli();
        vm.resources = taking(0, 0, 0);
        return vm;
    }

    /** What a VM takes. */
    static HostUsage taking(long vcpus, long memory, int gpus) {
        HostUsage usage = new HostUsage();
        usage.vms = 1;
        usage.vcpus = (int) Math.max(0, vcpus);
        usage.memory = Math.max(0, memory);
        usage.devices = Map.of("gpu-nvidia", gpus);
        return usage;
    }
}
