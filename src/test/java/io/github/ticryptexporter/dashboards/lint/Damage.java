package io.github.ticryptexporter.dashboards.lint;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something broken in a shipped dashboard, and what the rule says to it.
 *
 * @param page its uid
 * @param panel its title; null for the page itself
 * @param place a JSON pointer from there
 * @param value what comes to stand there; null for nothing
 */
record Damage(String rule, String page, @Nullable String panel, String place, JsonNode value, String finding) {

    static List<Damage> all() {
        try (InputStream yaml = Objects.requireNonNull(Damage.class.getResourceAsStream("/dashboards/damages.yaml"))) {
            return new YAMLMapper().readValue(yaml, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The dashboard with the damage. */
    DashboardJson done() {
        DashboardJson damaged =
                new DashboardJson(DashboardJson.shipped(page).json().deepCopy());
        JsonNode start = panel == null ? damaged.json() : damaged.panel(panel).json();
        JsonPointer pointer = JsonPointer.compile(place);
        ObjectNode parent = (ObjectNode) start.at(pointer.head());
        String last = pointer.last().getMatchingProperty();
        if (value.isNull()) {
            parent.remove(last);
        } else {
            parent.set(last, value);
        }
        return damaged;
    }

    @Override
    public String toString() {
        return rule + ": " + page + " " + place;
    }
}
