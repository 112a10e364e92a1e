package io.github.ticryptexporter.findings;

import io.github.ticryptexporter.fleet.FleetSnapshot;
import io.github.ticryptexporter.fleet.Reading;
import io.github.ticryptexporter.fleet.VmConfigInfo;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What one realm's configs call the hosts that VMs were found on by their addresses: a name counts where all pins of the
 * host's VMs agree on it and those of no other host's VMs name it.
 *
 * @param nameByHost by host key
 * @param hostByName the same turned round
 */
record HostPins(Map<String, String> nameByHost, Map<String, String> hostByName) {

    static HostPins of(String realm, FleetSnapshot fleet, List<Placement> placements) {
        Map<String, String> pinByConfig = new HashMap<>();
        for (VmConfigInfo config : fleet.vmConfigs(realm).map(Reading::items).orElse(List.of())) {
            if (config.host() != null) {
                pinByConfig.put(config.id(), config.host());
            }
        }
        Map<String, Set<String>> pinsByHost = new HashMap<>();
        Map<String, Set<String>> hostsByPin = new HashMap<>();
        for (Placement placement : placements) {
            String config = placement.vm().config();
            String pin = config == null ? null : pinByConfig.get(config);
            if (pin != null && placement.host() != null && placement.method() != PlacementMethod.PINNED) {
                String key = placement.host().key();
                pinsByHost.computeIfAbsent(key, unseen -> new TreeSet<>()).add(pin);
                hostsByPin.computeIfAbsent(pin, unseen -> new TreeSet<>()).add(key);
            }
        }
        return agreed(pinsByHost, hostsByPin);
    }

    private static HostPins agreed(Map<String, Set<String>> pinsByHost, Map<String, Set<String>> hostsByPin) {
        HostPins agreed = new HostPins(new HashMap<>(), new HashMap<>());
        pinsByHost.forEach((host, pins) -> {
            String pin = pins.iterator().next();
            if (pins.size() == 1 && hostsByPin.getOrDefault(pin, Set.of()).size() == 1) {
                agreed.nameByHost.put(host, pin);
                agreed.hostByName.put(pin, host);
            }
        });
        return agreed;
    }

    /** What the configs call the host; null where they do not agree. */
    @Nullable
    String nameOf(Host host) {
        return host.pin().orElse(nameByHost.get(host.key()));
    }

    /** The key of the host that this one is: for one that is known by its pin alone, that of the host so called. */
    String keyOf(Host host) {
        return host.pin().map(hostByName::get).orElse(host.key());
    }
}
