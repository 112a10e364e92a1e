package io.github.ticryptexporter.simulator;

import io.github.ticryptexporter.simulator.wire.Fleet;
import io.github.ticryptexporter.simulator.wire.HostUsage;
import io.github.ticryptexporter.simulator.wire.VirtualMachine;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What the hosts carry now, and where the next VM goes; derived from the fleet, and carried along with every start. */
final class HostLedger {
    private static final int FIRST_OCTET = 2;
    private static final int LAST_OCTET = 254;
    private static final double VCPU_OVERCOMMIT = 4;

    private final Map<String, Load> byAddress = new HashMap<>();
    private final Map<String, List<Load>> byRealm = new LinkedHashMap<>();

    HostLedger(List<SimulatedHost> hosts) {
        for (SimulatedHost host : hosts) {
            Load load = new Load(host);
            byAddress.put(host.sshHost() + ":" + host.natPortBase(), load);
            byRealm.computeIfAbsent(host.realm(), realm -> new ArrayList<>()).add(load);
        }
    }

    static HostLedger of(List<SimulatedHost> hosts, Fleet fleet) {
        HostLedger ledger = new HostLedger(hosts);
        fleet.realms.values().forEach(realm -> realm.vms.values().forEach(ledger::take));
        return ledger;
    }

    void take(VirtualMachine vm) {
        loadOf(vm).ifPresent(load -> {
            load.octets.set(octet(vm));
            load.add(vm, 1);
        });
    }

    void release(VirtualMachine vm) {
        loadOf(vm).ifPresent(load -> {
            load.octets.clear(octet(vm));
            load.add(vm, -1);
        });
    }

    /** A closed host takes no further VM. */
    void close(SimulatedHost host) {
        byRealm.getOrDefault(host.realm(), List.of()).stream()
                .filter(load -> load.host.equals(host))
                .forEach(load -> load.closed = true);
    }

    Optional<SimulatedHost> hostOf(VirtualMachine vm) {
        return loadOf(vm).map(load -> load.host);
    }

    /** The host with most VMs, the first of equals. */
    Optional<SimulatedHost> fullest() {
        return byRealm.values().stream()
                .flatMap(List::stream)
                .max(Comparator.comparingInt((Load load) -> load.octets.cardinality())
                        .thenComparing(load -> load.host.name(), Comparator.reverseOrder()))
                .map(load -> load.host);
    }

    /** Room on the emptiest of a few hosts drawn, else on any host of the realm; only on the pinned host when one is named. */
    Optional<Slot> slot(Need need, Draw draw) {
        List<Load> ofRealm = byRealm.getOrDefault(need.realm(), List.of());
        List<Load> loads = need.pin() == null
                ? ofRealm
                : ofRealm.stream()
                        .filter(load -> load.host.name().equals(need.pin()))
                        .toList();
        if (loads.isEmpty()) {
            return Optional.empty();
        }
        List<Load> few = IntStream.range(0, 3).mapToObj(n -> draw.one(loads)).toList();
        return emptiest(few, need).or(() -> emptiest(loads, need)).map(Load::nextSlot);
    }

    private static Optional<Load> emptiest(List<Load> loads, Need need) {
        return loads.stream()
                .filter(load -> load.fits(need))
                .max(Comparator.comparingLong(load -> load.host.memoryBytes() - load.memory));
    }

    private Optional<Load> loadOf(VirtualMachine vm) {
        return Optional.ofNullable(byAddress.get(vm.ssh.host + ":" + (vm.ssh.port - octet(vm))));
    }

    /** The last number of the guest's address; 0 when an edit has put something else there. */
    private static int octet(VirtualMachine vm) {
        String last = vm.ip.substring(vm.ip.lastIndexOf('.') + 1);
        return last.matches("\\d{1,3}") ? Integer.parseInt(last) : 0;
    }

    /** What a VM asks of a host, and up to which share of its memory a host may be filled. */
    record Need(String realm, HostUsage resources, @Nullable String pin, double fill) {}

    /** A place on a host: the guest address 192.168.122.{octet} behind it. */
    record Slot(SimulatedHost host, int octet) {}

    private static final class Load {
        private final SimulatedHost host;
        private final BitSet octets = new BitSet();
        private final Map<String, Integer> devices = new HashMap<>();
        private long vcpus;
        private long memory;
        private boolean closed;

        private Load(SimulatedHost host) {
            this.host = host;
        }

        private void add(VirtualMachine vm, int sign) {
            if (vm.resources != null) {
                vcpus += (long) sign * vm.resources.vcpus;
                memory += sign * vm.resources.memory;
                vm.resources.devices.forEach((type, count) -> devices.merge(type, sign * count, Integer::sum));
            }
        }

        private boolean fits(Need need) {
            return !closed
                    && octets.nextClearBit(FIRST_OCTET) <= LAST_OCTET
                    && memory + need.resources().memory <= host.memoryBytes() * need.fill()
                    && vcpus + need.resources().vcpus <= host.vcpus() * VCPU_OVERCOMMIT
                    && need.resources().devices.entrySet().stream()
                            .allMatch(device -> devices.getOrDefault(device.getKey(), 0) + device.getValue()
                                    <= host.devices().getOrDefault(device.getKey(), 0));
        }

        private Slot nextSlot() {
            return new Slot(host, octets.nextClearBit(FIRST_OCTET));
        }
    }
}
