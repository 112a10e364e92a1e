package io.github.ticryptexporter.findings;

import io.github.ticryptexporter.fleet.FleetSnapshot;
import io.github.ticryptexporter.fleet.VmInfo;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A host that VMs betray and the inventory lacks, with the entry that would find the same VMs.
 *
 * @param suggestedName what the site itself calls the host, else a number; never an address, for dashboards show it
 * @param sshHost null for a host that only a pin betrays
 * @param natPortBase null where several hosts do not share the address, as far as one can tell
 * @param pinned what configs call the host; null where they do not agree
 * @param use what its VMs take
 */
public record UnlistedHost(
        String suggestedName,
        String realm,
        @Nullable String sshHost,
        @Nullable Integer natPortBase,
        @Nullable String pinned,
        Use use) {

    /** Of entries with one address that with a port base comes first, or it would never be reached. */
    private static final Comparator<UnlistedHost> AS_MATCHED = Comparator.comparing(UnlistedHost::realm)
            .thenComparing(host -> Objects.requireNonNullElse(host.sshHost(), "\uffff"))
            .thenComparing(host -> Objects.requireNonNullElse(host.natPortBase(), Integer.MAX_VALUE))
            .thenComparing(host -> Objects.requireNonNullElse(host.pinned(), ""));

    /** Every such host, in an order in which the entries may stand in the inventory. */
    public static List<UnlistedHost> of(FleetSnapshot fleet, FindingSettings settings) {
        List<UnlistedHost> found = new ArrayList<>();
        Findings.of(fleet, settings).realms().forEach((realm, findings) -> {
            HostPins pins = HostPins.of(realm, fleet, findings.placements());
            unlisted(findings.placements(), pins).forEach((key, placements) -> found.add(of(realm, placements, pins)));
        });
        found.sort(AS_MATCHED);
        return named(found, settings.hosts());
    }

    /** By host key; VMs that only a pin places count to the host of that name where there is one. */
    private static Map<String, List<Placement>> unlisted(List<Placement> placements, HostPins pins) {
        Map<String, List<Placement>> byHost = new TreeMap<>();
        for (Placement placement : placements) {
            Host host = placement.host();
            if (host != null && host.entry() == null) {
                byHost.computeIfAbsent(pins.keyOf(host), unseen -> new ArrayList<>())
                        .add(placement);
            }
        }
        return byHost;
    }

    private static UnlistedHost of(String realm, List<Placement> placements, HostPins pins) {
        Placement telling = placements.stream()
                .filter(placement -> placement.method() != PlacementMethod.PINNED)
                .findFirst()
                .orElse(placements.get(0));
        VmInfo vm = telling.vm();
        String pin = pins.nameOf(telling.knownHost().orElseThrow());
        return new UnlistedHost(
                Objects.requireNonNullElse(pin, ""),
                realm,
                telling.method() == PlacementMethod.PINNED ? null : vm.ssh().host(),
                telling.method() == PlacementMethod.NAT_BASE
                        ? (Integer) NatBase.of(vm).getAsInt()
                        : null,
                pin,
                Use.of(placements.stream().map(Placement::vm).toList()));
    }

    private static List<UnlistedHost> named(List<UnlistedHost> hosts, List<HostEntry> inventory) {
        Set<String> taken = inventory.stream().map(HostEntry::name).collect(Collectors.toCollection(HashSet::new));
        List<UnlistedHost> named = new ArrayList<>();
        int number = 0;
        for (UnlistedHost host : hosts) {
            String name = host.suggestedName();
            while (name.isEmpty() || !taken.add(name)) {
                number++;
                name = "unnamed-%02d".formatted(number);
            }
            named.add(host.called(name));
        }
        return named;
    }

    private UnlistedHost called(String name) {
        return new UnlistedHost(name, realm, sshHost, natPortBase, pinned, use);
    }
}
