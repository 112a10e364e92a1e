package io.github.ticryptexporter.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Section 3: VM configs and images. */
final class ConfigSection {
    private static final List<String> STATES = List.of("Stopped", "Starting", "Running", "Suspended", "Stopping");

    private final Site site;
    private final Series series;

    ConfigSection(Site site, Series series, Hosts names) {
        this.site = site;
        this.series = series;
    }

    void add() {
        for (String realm : site.realms()) {
            site.configs(realm).ifPresent(answer -> addStates(realm, answer.elements()));
        }
    }

    /** Ambiguous: the set has no {@code unknown}, so that a config without a state is counted under {@code other}. */
    private void addStates(String realm, List<JsonNode> configs) {
        for (String state : List.of("Stopped", "Starting", "Running", "Suspended", "Stopping", "other")) {
            long count = configs.stream()
                    .filter(config -> state(config).equals(state))
                    .count();
            series.put("ticrypt_vm_configs", count, "realm", realm, "state", state);
        }
    }

    private static String state(JsonNode config) {
        return Json.folded(config, "state", STATES, "other");
    }
}
