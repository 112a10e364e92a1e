package io.github.ticryptexporter.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.ticryptexporter.oracle.RawSite.Route;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the oracle remembers from one reading of a site to the next: since when each config has been starting or stopping.
 *
 * @param since the exporter's clock at the first of the unbroken row of readings that found the config in that state
 */
public record Sightings(Map<Sighting, Instant> since) {
    /** Nothing seen yet. */
    public static final Sightings NONE = new Sightings(Map.of());

    /** One config in one state. */
    public record Sighting(String realm, String config, String state) {}

    public Sightings {
        since = Map.copyOf(since);
    }

    /**
     * After one more reading, at that time of the exporter's clock. A realm whose configs hold no data keeps what was seen.
     *
     * <p>Ambiguous: a config that was not listed for a while begins anew.
     */
    public Sightings after(RawSite site, Instant now) {
        Map<Sighting, Instant> next = new HashMap<>(since);
        site.answers().forEach((route, answer) -> {
            if (route.api().equals("vm_configs")) {
                next.keySet().removeIf(seen -> seen.realm().equals(route.realm()));
                inTransition(route, answer).forEach(seen -> next.put(seen, since.getOrDefault(seen, now)));
            }
        });
        return new Sightings(next);
    }

    Instant firstSeen(String realm, String config, String state) {
        Instant first = since.get(new Sighting(realm, config, state));
        if (first == null) {
            throw new IllegalStateException(config + " of " + realm + " was never seen " + state);
        }
        return first;
    }

    private static List<Sighting> inTransition(Route route, RawAnswer answer) {
        return answer.elements().stream()
                .filter(config -> ConfigSection.TRANSITIONS.contains(ConfigSection.state(config)))
                .map(config -> sighting(route, config))
                .toList();
    }

    private static Sighting sighting(Route route, JsonNode config) {
        return new Sighting(route.realm(), Json.id(config), ConfigSection.state(config));
    }
}
