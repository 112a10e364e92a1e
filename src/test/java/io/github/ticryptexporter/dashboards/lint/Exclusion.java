package io.github.ticryptexporter.dashboards.lint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a rule does not hold, and why.
 *
 * @param dashboard its title
 * @param panel its title; empty for all of the dashboard
 */
record Exclusion(String rule, String reason, String dashboard, String panel) {
    private static final Path FILE = Path.of(".ci", "dashboards.lint");

    static List<Exclusion> all() {
        try {
            List<Exclusion> all = new ArrayList<>();
            JsonNode rules = new YAMLMapper().readTree(FILE.toFile()).path("exclusions");
            rules.properties()
                    .forEach(rule -> rule.getValue()
                            .path("entries")
                            .forEach(entry -> all.add(new Exclusion(
                                    rule.getKey(),
                                    rule.getValue().path("reason").asText(),
                                    entry.path("dashboard").asText(),
                                    entry.path("panel").asText()))));
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean covers(Finding finding) {
        return rule.equals(finding.rule())
                && dashboard.equals(finding.dashboard())
                && (panel.isEmpty() || panel.equals(finding.panel()));
    }
}
