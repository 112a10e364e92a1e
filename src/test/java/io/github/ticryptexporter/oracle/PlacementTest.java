package io.github.ticryptexporter.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.ticryptexporter.oracle.OracleSettings.Privacy;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Rules 1 to 5 and their exceptions. Pseudonyms were worked out with {@code printf %s KEY | sha256sum}. */
class PlacementTest {
    private static final String WORKED_EXAMPLE = vm("a", "192.168.122.80", "127.0.0.1", 30080, 30336);
    private static final OracleSettings LIBVIRT = Given.settings("libvirt");

    @Test
    void theWorkedExampleIsPlacedByItsNatBase() {
        assertEquals("nat_base h-1aa6a4f2", place(LIBVIRT, WORKED_EXAMPLE));
        assertEquals("nat_base 127.0.0.1:30000", place(LIBVIRT.at(Privacy.NAMED), WORKED_EXAMPLE));
    }

    @Test
    void anInventoryEntryComesFirstAndItsNatBaseNeedsNoVpnPort() {
        HostEntry elsewhere =
                HostEntry.named("other-base", "libvirt").sshHost("10.0.0.1").natPortBase(31000);
        HostEntry here =
                HostEntry.named("gpu-01", "libvirt").sshHost("10.0.0.1").natPortBase(30000);
        HostEntry later = HostEntry.named("too-late", "libvirt").sshHost("10.0.0.1");
        HostEntry otherRealm = HostEntry.named("other-realm", "nutanix").sshHost("10.0.0.1");

        OracleSettings settings = LIBVIRT.withHosts(otherRealm, elsewhere, here, later);

        assertEquals("inventory gpu-01", place(settings, vm("a", "192.168.122.80", "10.0.0.1", 30080, 1)));
        assertEquals("inventory too-late", place(settings, vm("a", "192.168.122.80", "10.0.0.1", 22, 1)));
    }

    @Test
    void anInventoryEntryMayKnowItsGuestsInstead() {
        HostEntry entry = HostEntry.named("gpu-01", "libvirt").guestCidr("10.9.8.0/22");

        assertEquals("inventory gpu-01", place(LIBVIRT.withHosts(entry), vm("a", "10.9.11.7", "10.9.11.7", 22, 23)));
        assertEquals("unknown", place(LIBVIRT.withHosts(entry), vm("a", "10.9.12.7", "10.9.12.7", 22, 23)));
    }

    @Test
    void theNatArithmeticWantsIpv4AndBothPortsAndAHighBase() {
        assertEquals("ssh_host h-f5047344", place(LIBVIRT, vm("a", "fd00::80", "10.0.0.1", 30080, 30336)));
        assertEquals("ssh_host h-f5047344", place(LIBVIRT, vm("a", "192.168.122.80", "10.0.0.1", 30080, 30337)));
        assertEquals("ssh_host h-f5047344", place(LIBVIRT, vm("a", "192.168.122.80", "10.0.0.1", 1103, 1359)));
        assertEquals("unknown", place(LIBVIRT, vm("a", "10.20.0.80", "10.20.0.80", 30080, 30336)));
        assertEquals(
                "nat_base 10.0.0.1:1024",
                place(LIBVIRT.at(Privacy.NAMED), vm("a", "192.168.122.80", "10.0.0.1", 1104, 1360)));
    }

    @Test
    void theNatArithmeticCanBeSwitchedOff() {
        OracleSettings off =
                LIBVIRT.with(new OracleSettings.Placing(LIBVIRT.placing().hosts(), false, 4));

        assertEquals("unknown", place(off, WORKED_EXAMPLE));
    }

    @Test
    void eightKeysOfWhichNoTwoAreAlikeDisproveTheArithmetic() {
        assertEquals(Map.of("ssh_host", 8.0), methods(IntStream.range(0, 8)));
        assertEquals(Map.of("nat_base", 7.0), methods(IntStream.range(0, 7)));
        assertEquals(Map.of("nat_base", 9.0), methods(IntStream.of(0, 1, 2, 3, 4, 5, 6, 7, 7)));
    }

    @Test
    void aPinPlacesWhatNothingElseDoesAndTakesAnInventoryHostsName() {
        RawSite pinned = site(vm("a", "10.0.0.9", "10.0.0.9", 22, 23))
                .with("vm_configs", "libvirt", Given.answer("[{'id': 'config-a', 'host': 'rack7'}]"));
        HostEntry entry = HostEntry.named("gpu-07", "libvirt").pinned("rack7");

        assertEquals("pinned h-b9c8dfc3", place(LIBVIRT, pinned));
        assertEquals("pinned pin:rack7", place(LIBVIRT.at(Privacy.NAMED), pinned));
        assertEquals("pinned gpu-07", place(LIBVIRT.withHosts(entry), pinned));
        assertEquals("unknown", place(LIBVIRT, pinned.without("vm_configs", "libvirt")));
    }

    @Test
    void aHostKeyFileTurnsPseudonymsIntoHmacs() {
        OracleSettings keyed = LIBVIRT.with(new OracleSettings.Publishing(Privacy.STRICT, "not-secret", Map.of()));

        assertEquals("ssh_host h-c077e795", place(keyed, vm("a", "192.168.122.80", "10.0.0.1", 22, 23)));
    }

    private static Map<String, Double> methods(IntStream bases) {
        AtomicInteger ids = new AtomicInteger();
        String vms = bases.mapToObj(n -> vm(
                        "vm-" + ids.incrementAndGet(),
                        "192.168.122.80",
                        "10.0.0.1",
                        30080 + 1000 * n,
                        30336 + 1000 * n))
                .collect(Collectors.joining(","));
        Map<String, Double> placed = Oracle.expected(site(vms), LIBVIRT, Given.NOW);
        return Placement.METHODS.stream()
                .filter(method -> count(placed, method) > 0)
                .collect(Collectors.toMap(method -> method, method -> count(placed, method)));
    }

    private static double count(Map<String, Double> placed, String method) {
        return placed.getOrDefault("ticrypt_vms_placed{method=\"" + method + "\",realm=\"libvirt\"}", 0.0);
    }

    /** Method and host of the only VM. */
    private static String place(OracleSettings settings, RawSite site) {
        Map<String, Placement.Place> places =
                Placement.in(new Site(site, settings), new Hosts(settings.publishing()), "libvirt");
        Placement.Place place = places.values().iterator().next();
        return (place.method() + " " + place.host()).strip();
    }

    private static String place(OracleSettings settings, String vm) {
        return place(settings, site(vm));
    }

    private static RawSite site(String vms) {
        return RawSite.empty().with("vms", "libvirt", Given.answer("[" + vms + "]"));
    }

    private static String vm(String id, String ip, String sshHost, int sshPort, int vpnPort) {
        return """
                {'id': '%s', 'config': 'config-a', 'ip': '%s',
                 'ssh': {'host': '%s', 'port': %d}, 'vpn': {'host': '%s', 'port': %d}}""".formatted(id, ip, sshHost, sshPort, sshHost, vpnPort);
    }
}
