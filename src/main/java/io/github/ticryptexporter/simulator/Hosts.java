package io.github.ticryptexporter.simulator;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The hosts of a site of some scale: three kinds of machines, two realms, one address in ten shared by two. */
final class Hosts {
    static final List<String> REALMS = List.of("libvirt", "libvirt2");

    private static final long TIB = 1L << 40;
    private static final int FIRST_NAT_BASE = 30_000;
    /** Guests take 256 ports for ssh and 256 for the vpn. */
    private static final int NAT_SPAN = 512;

    private static final int VMS_PER_HOST = 25;

    private Hosts() {}

    static List<SimulatedHost> of(Census census) {
        int fraction = Integer.highestOneBit(Math.max(1, VMS_PER_HOST * census.hosts() / census.vms()));
        return IntStream.range(0, census.hosts())
                .mapToObj(index -> host(index, fraction))
                .toList();
    }

    // A site too small for its hosts has hosts of a fraction of the size, or none would ever look used.
    private static SimulatedHost host(int index, int fraction) {
        boolean sharesAddress = index % 5 == 1;
        int machine = sharesAddress ? index - 1 : index;
        String name = "host-%03d".formatted(index + 1);
        String realm = REALMS.get(index % 3 == 2 ? 1 : 0);
        String address = "10.20.%d.%d".formatted(machine / 200, machine % 200 + 10);
        int base = sharesAddress ? FIRST_NAT_BASE + NAT_SPAN : FIRST_NAT_BASE;
        Map<String, Integer> devices = index % 4 == 3 ? Map.of(Launch.GPU, 8) : Map.of();
        int vcpus = index % 4 == 2 ? 192 : 128;
        int tebibytes = index % 4 == 3 ? 1 : index % 4 == 2 ? 3 : 2;
        return new SimulatedHost(name, realm, address, base, vcpus / fraction, tebibytes * TIB / fraction, devices);
    }
}
