package io.github.ticryptexporter.chart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What one value changes, as {@code effects.yaml} has it.
 *
 * @param value where it stands in the values, such as {@code service.port}
 * @param given values without which it has no say, as YAML
 * @param sample what it is set to
 * @param place where that shows
 * @param becomes what is there then; null where the place is gone, missing where anything will do
 */
record Effect(String value, String given, JsonNode sample, Place place, JsonNode becomes) {

    static List<Effect> all() {
        try (InputStream in = Effect.class.getResourceAsStream("/chart/effects.yaml")) {
            JsonNode file = Chart.YAML.readTree(in);
            List<Effect> effects = new ArrayList<>();
            file.path("effects").properties().forEach(entry -> {
                JsonNode row = entry.getValue();
                Place place = Place.of(row.path("at").asText());
                JsonNode given = file.path("given").path(row.path("given").asText());
                JsonNode sample = row.path("sample");
                JsonNode fallback = place.isWhole() ? MissingNode.getInstance() : sample;
                JsonNode becomes = row.has("becomes") ? row.path("becomes") : fallback;
                effects.add(new Effect(
                        entry.getKey(),
                        given.isMissingNode() ? "{}" : given.toString(),
                        sample,
                        place,
                        becomes.asText().equals("something") ? MissingNode.getInstance() : becomes));
            });
            return effects;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The sample at its place in the values. */
    String change() {
        JsonNode node = sample;
        List<String> keys = List.of(value.split("\\."));
        for (int i = keys.size() - 1; i >= 0; i--) {
            node = JsonNodeFactory.instance.objectNode().set(keys.get(i), node);
        }
        return node.toString();
    }

    /** Whether this is what the value brings about. */
    boolean isSeenIn(JsonNode found) {
        return becomes.isMissingNode()
                ? !found.isMissingNode()
                : becomes.isNull() ? found.isMissingNode() : becomes.equals(found);
    }

    @Override
    public String toString() {
        return value;
    }

    /**
     * A place in what is rendered.
     *
     * @param kind of object, or one of the words of {@code effects.yaml}
     * @param name of a rule or group; empty for all else
     * @param way down from there; empty for the whole
     */
    record Place(String kind, String name, String way) {

        static Place of(String text) {
            List<String> words = List.of(text.split(" "));
            boolean isNamed = words.get(0).equals("rule") || words.get(0).equals("group");
            String last = words.get(words.size() - 1);
            return new Place(words.get(0), isNamed ? words.get(1) : "", last.startsWith("/") ? last : "");
        }

        boolean isWhole() {
            return way.isEmpty() && !kind.equals("refusal");
        }

        /** What is there, or a missing node. */
        JsonNode in(Rendered rendered) {
            return roots(rendered).stream()
                    .map(root -> down(root, way))
                    .filter(node -> !node.isMissingNode())
                    .findFirst()
                    .orElse(MissingNode.getInstance());
        }

        private List<JsonNode> roots(Rendered rendered) {
            return switch (kind) {
                case "config" -> List.of(Chart.yaml(rendered.config()));
                case "web" ->
                    rendered.all("Secret").stream()
                            .map(secret ->
                                    Chart.yaml(secret.at("/stringData/web.yaml").asText("{}")))
                            .toList();
                case "rule" ->
                    rendered.rules().stream()
                            .filter(rule -> rule.path("alert").asText().equals(name))
                            .toList();
                case "group" ->
                    rendered.groups().stream()
                            .filter(group -> group.path("name").asText().equals(name))
                            .toList();
                default -> rendered.all(kind);
            };
        }

        private static JsonNode down(JsonNode root, String way) {
            JsonNode node = root;
            for (String step : way.split("/", -1)) {
                node = step.isEmpty() ? node : step(node, step.replace("~1", "/"));
            }
            return node;
        }

        private static JsonNode step(JsonNode node, String step) {
            if (!node.isArray()) {
                return node.path(step);
            }
            Optional<String[]> wanted = Optional.of(step.split("=", 2)).filter(parts -> parts.length == 2);
            if (wanted.isEmpty()) {
                return node.path(Integer.parseInt(step));
            }
            for (JsonNode element : node) {
                if (element.path(wanted.get()[0]).asText().equals(wanted.get()[1])) {
                    return element;
                }
            }
            return MissingNode.getInstance();
        }
    }
}
