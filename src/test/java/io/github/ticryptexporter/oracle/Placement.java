package io.github.ticryptexporter.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/** Where the VMs of one realm sit, by the contract's rules 1 to 5. */
final class Placement {
    /** The methods, in the order in which their rules are tried. */
    static final List<String> METHODS = List.of("inventory", "nat_base", "ssh_host", "pinned", "unknown");

    private static final int VPN_PORT_DISTANCE = 256;
    private static final int LOWEST_NAT_BASE = 1024;
    private static final int VMS_THAT_DISPROVE_THE_ARITHMETIC = 8;

    private final Site site;
    private final Hosts hosts;
    private final String realm;
    private final Map<String, JsonNode> configsById = new LinkedHashMap<>();

    private Placement(Site site, Hosts hosts, String realm) {
        this.site = site;
        this.hosts = hosts;
        this.realm = realm;
        // Without configs rule 4 does not apply; with none found it does not either.
        site.configs(realm)
                .ifPresent(answer -> answer.elements().forEach(config -> configsById.put(Json.id(config), config)));
    }

    /**
     * One VM's place.
     *
     * @param host the {@code host} label, empty when the method is {@code unknown}
     */
    record Place(String method, String host) {
        static final Place UNKNOWN = new Place("unknown", "");
    }

    /** The place of every listed VM of the realm, by VM id; empty while the realm's VMs hold no data. */
    static Map<String, Place> in(Site site, Hosts hosts, String realm) {
        List<JsonNode> vms = site.vms(realm).map(RawAnswer::elements).orElse(List.of());
        boolean arithmetic = site.settings().placing().natArithmetic() && arithmeticHolds(vms);
        Placement placement = new Placement(site, hosts, realm);
        Map<String, Place> places = new LinkedHashMap<>();
        vms.forEach(vm -> places.put(Json.id(vm), placement.of(vm, arithmetic)));
        return places;
    }

    /**
     * Rule 2's own doubt: eight or more keys and no two alike.
     *
     * <p>Ambiguous: "VMs that would have such a key" are all of the realm for which the arithmetic works out, those that
     * rule 1 places included.
     */
    private static boolean arithmeticHolds(List<JsonNode> vms) {
        List<String> keys = vms.stream().flatMap(vm -> natKey(vm).stream()).toList();
        Set<String> distinct = new HashSet<>(keys);
        return keys.size() < VMS_THAT_DISPROVE_THE_ARITHMETIC || distinct.size() < keys.size();
    }

    private Place of(JsonNode vm, boolean arithmetic) {
        Optional<HostEntry> entry = entryFor(vm);
        if (entry.isPresent()) {
            return new Place("inventory", entry.get().name());
        }
        Optional<String> natKey = arithmetic ? natKey(vm) : Optional.empty();
        if (natKey.isPresent()) {
            return new Place("nat_base", hosts.label(natKey.get()));
        }
        Optional<String> sshHost = sshHost(vm).filter(host -> tellsTheHost(vm, host));
        if (sshHost.isPresent()) {
            return new Place("ssh_host", hosts.label(sshHost.get()));
        }
        return pinOf(vm).map(this::pinned).orElse(Place.UNKNOWN);
    }

    private Place pinned(String pin) {
        return entries()
                .filter(entry -> pin.equals(entry.address().pinned()))
                .findFirst()
                .map(entry -> new Place("pinned", entry.name()))
                .orElseGet(() -> new Place("pinned", hosts.label("pin:" + pin)));
    }

    private Optional<HostEntry> entryFor(JsonNode vm) {
        return entries().filter(entry -> matches(entry.address(), vm)).findFirst();
    }

    private Stream<HostEntry> entries() {
        return site.hostsOf(realm).stream();
    }

    /**
     * Rule 1.
     *
     * <p>Ambiguous: an entry with both an {@code ssh-host} and a {@code guest-cidr} wants both to match. One with neither
     * matches no VM. {@code nat-arithmetic: false} switches rule 2 off, not an entry's {@code nat-port-base}.
     */
    private static boolean matches(HostEntry.Address wanted, JsonNode vm) {
        String sshHost = wanted.sshHost();
        Integer base = wanted.natPortBase();
        String cidr = wanted.guestCidr();
        if (sshHost == null && cidr == null) {
            return false;
        }
        return (sshHost == null || sshHost(vm).equals(Optional.of(sshHost)))
                && (base == null || natBase(vm).equals(OptionalLong.of(base)))
                && (cidr == null
                        || Json.text(vm, "ip")
                                .filter(ip -> Addresses.contains(cidr, ip))
                                .isPresent());
    }

    private static boolean tellsTheHost(JsonNode vm, String sshHost) {
        return !Addresses.isLoopback(sshHost) && !Json.text(vm, "ip").equals(Optional.of(sshHost));
    }

    private Optional<String> pinOf(JsonNode vm) {
        return Json.text(vm, "config")
                .flatMap(id -> Optional.ofNullable(configsById.get(id)))
                .flatMap(config -> Json.text(config, "host"));
    }

    /**
     * Rule 2's key, where the arithmetic works out for this VM.
     *
     * <p>Ambiguous: the key of a VM that is reached at its own address would show a guest's address, which no label may.
     */
    private static Optional<String> natKey(JsonNode vm) {
        OptionalLong base = natBase(vm);
        OptionalLong ssh = Json.amount(vm.path("ssh"), "port");
        OptionalLong vpn = Json.amount(vm.path("vpn"), "port");
        if (base.isEmpty() || base.getAsLong() < LOWEST_NAT_BASE || vpn.isEmpty()) {
            return Optional.empty();
        }
        return vpn.getAsLong() - ssh.getAsLong() == VPN_PORT_DISTANCE
                ? sshHost(vm)
                        .filter(host -> !Json.text(vm, "ip").equals(Optional.of(host)))
                        .map(host -> host + ":" + base.getAsLong())
                : Optional.empty();
    }

    /** {@code ssh.port} less the guest's last octet. */
    private static OptionalLong natBase(JsonNode vm) {
        OptionalInt octet = Json.text(vm, "ip").map(Addresses::lastOctet).orElse(OptionalInt.empty());
        OptionalLong ssh = Json.amount(vm.path("ssh"), "port");
        return octet.isPresent() && ssh.isPresent()
                ? OptionalLong.of(ssh.getAsLong() - octet.getAsInt())
                : OptionalLong.empty();
    }

    private static Optional<String> sshHost(JsonNode vm) {
        return Json.text(vm.path("ssh"), "host");
    }
}
