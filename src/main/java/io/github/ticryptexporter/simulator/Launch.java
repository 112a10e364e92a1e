package io.github.ticryptexporter.simulator;

import io.github.ticryptexporter.simulator.wire.BrickInfo;
import io.github.ticryptexporter.simulator.wire.HostAndPort;
import io.github.ticryptexporter.simulator.wire.HostUsage;
import io.github.ticryptexporter.simulator.wire.VMCInfo;
import io.github.ticryptexporter.simulator.wire.VMConfigInfo;
import io.github.ticryptexporter.simulator.wire.VirtualMachine;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** A config about to become a VM at a place on a host. */
record Launch(VMConfigInfo config, BrickInfo brick, HostLedger.Slot slot) {
    static final String GPU = "gpu-nvidia";

    private static final int VPN_OFFSET = 256;
    private static final List<Map<String, Object>> CONTROLLERS =
            List.of(Map.of("version", "3.10.42"), Map.of("version", "3.10.40"), Map.of("version", "3.9.7"));
    private static final List<Map<String, Object>> SYSTEMS =
            List.of(Map.of("os", "Rocky Linux 9"), Map.of("os", "Ubuntu 24.04"), Map.of("os", "Windows Server 2022"));

    /** The VM as the API lists it right after its start: placed, but not yet heard of and without drives. */
    VirtualMachine vm(Draw draw, long startMillis) {
        VirtualMachine vm = new VirtualMachine();
        vm.id = draw.uuid();
        vm.name = config.name;
        vm.owner = config.owners.isEmpty() ? "" : config.owners.get(0);
        vm.ownerType = "User";
        vm.brick = brick.id;
        vm.active = true;
        vm.team = config.team;
        vm.project = config.project;
        vm.authedUsers = config.owners.size() > 1 ? config.owners.subList(1, config.owners.size()) : List.of();
        vm.managers = vm.authedUsers.isEmpty() ? List.of() : List.of(vm.authedUsers.get(0));
        vm.realmID = slot.host().realm();
        vm.resources = resources(brick);
        vm.start = startMillis;
        vm.config = config.id;
        vm.pubkey = draw.chance(0.95) ? publicKey(draw) : null;
        vm.protocolVer = draw.weighted(List.of(3, 2, 1), 85, 12, 3);
        vm.systemInfo = draw.chance(0.8) ? draw.one(SYSTEMS) : null;
        vm.vmcInfo = List.of(controller(draw, startMillis));
        address(vm);
        return vm;
    }

    // The arithmetic behind the API document's example: .80 at 30080, and 256 higher for the vpn.
    private void address(VirtualMachine vm) {
        int port = slot.host().natPortBase() + slot.octet();
        vm.ip = "192.168.122." + slot.octet();
        vm.ssh = new HostAndPort(slot.host().sshHost(), port);
        vm.vpn = new HostAndPort(slot.host().sshHost(), port + VPN_OFFSET);
    }

    /** What a VM of that brick takes from its host. */
    static HostUsage resources(BrickInfo brick) {
        Map<String, Integer> devices = brick.libvirt == null ? null : brick.libvirt.devices;
        HostUsage resources = new HostUsage();
        resources.vms = 1;
        resources.vcpus = brick.vcores;
        resources.memory = brick.maxMemBytes;
        resources.devices = devices == null ? Map.of(GPU, 0) : devices;
        return resources;
    }

    private static VMCInfo controller(Draw draw, long startMillis) {
        VMCInfo info = new VMCInfo();
        info.timestamp = startMillis;
        info.info = draw.weighted(CONTROLLERS, 80, 15, 5);
        return info;
    }

    private static String publicKey(Draw draw) {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(draw.bytes(294));
        return "-----BEGIN PUBLIC KEY-----\n" + body + "\n-----END PUBLIC KEY-----\n";
    }
}
