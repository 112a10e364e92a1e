package io.github.ticryptexporter.month;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.github.ticryptexporter.endtoend.PrometheusServer;
import io.github.ticryptexporter.testing.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What the shipped rules make of a month, evaluated by a server after the event, a stretch at a time.
 *
 * <p>{@code promtool} could do it too, but at moments of its own choice, between which samples half an hour apart get lost.
 */
final class Evaluation {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final List<String> FILES =
            List.of("ticrypt-records.yaml", "ticrypt-alerts.yaml", "ticrypt-optional.yaml");

    private final Blocks blocks;
    private final Function<String, List<Stretch>> when;

    private Evaluation(Blocks blocks, Function<String, List<Stretch>> when) {
        this.blocks = blocks;
        this.when = when;
    }

    /** Of these blocks, at moments that depend on a rule's expression. */
    static Evaluation of(Blocks blocks, Function<String, List<Stretch>> when) {
        return new Evaluation(blocks, when);
    }

    /** Adds records, each layer of them seeing the ones below, and alerts. */
    void evaluate() throws IOException {
        List<List<JsonNode>> layers = layers();
        for (int index = 0; index < layers.size(); index++) {
            String name = "layer-" + index;
            try (PrometheusServer server = MonthServer.of(Tool.require("prometheus"), blocks.folder());
                    Backfill file = Backfill.to(blocks.text(name))) {
                for (JsonNode rule : layers.get(index)) {
                    evaluate(server, rule, file);
                }
            }
            blocks.add(name);
        }
    }

    /** Rules by the longest chain of records that they need; alerts come last. */
    private static List<List<JsonNode>> layers() throws IOException {
        List<List<JsonNode>> layers = new ArrayList<>();
        List<JsonNode> alerts = new ArrayList<>();
        for (String file : FILES) {
            for (JsonNode group :
                    YAML.readTree(Files.readString(Path.of("alerts", file))).path("groups")) {
                for (JsonNode rule : group.path("rules")) {
                    if (rule.has("alert")) {
                        alerts.add(rule);
                    } else {
                        addAbove(layers, rule);
                    }
                }
            }
        }
        layers.add(alerts);
        return layers;
    }

    private static void addAbove(List<List<JsonNode>> layers, JsonNode rule) {
        int layer = layers.size();
        while (layer > 0 && layers.get(layer - 1).stream().noneMatch(below -> uses(rule, below))) {
            layer--;
        }
        if (layer == layers.size()) {
            layers.add(new ArrayList<>());
        }
        layers.get(layer).add(rule);
    }

    private static boolean uses(JsonNode rule, JsonNode record) {
        return rule.path("expr").asText().contains(record.path("record").asText());
    }

    private void evaluate(PrometheusServer server, JsonNode rule, Backfill file) throws IOException {
        List<Stretch> stretches = when.apply(rule.path("expr").asText());
        for (Map.Entry<String, SortedMap<Long, String>> series :
                answers(server, rule, stretches).entrySet()) {
            SortedMap<Long, String> samples = series.getValue();
            if (rule.has("alert")) {
                samples = firing(
                        samples.keySet(),
                        Stretch.seconds(stretches),
                        duration(rule.path("for").asText("0s")));
            }
            for (Map.Entry<Long, String> sample : samples.entrySet()) {
                file.write(series.getKey(), sample.getValue(), sample.getKey());
            }
        }
    }

    /** By series, with the labels of the rule, and by second. */
    private static Map<String, SortedMap<Long, String>> answers(
            PrometheusServer server, JsonNode rule, List<Stretch> stretches) throws IOException {
        Map<String, SortedMap<Long, String>> answers = new TreeMap<>();
        for (Stretch stretch : stretches) {
            for (JsonNode series : server.over(rule.path("expr").asText(), stretch.range())) {
                SortedMap<Long, String> samples =
                        answers.computeIfAbsent(name(series.path("metric"), rule), none -> new TreeMap<>());
                series.path("values")
                        .forEach(value -> samples.put(
                                value.path(0).asLong(), value.path(1).asText()));
            }
        }
        return answers;
    }

    /** When an alert fires that is active in these seconds; what would keep it firing afterwards is left out. */
    private static SortedMap<Long, String> firing(Set<Long> active, List<Long> moments, long seconds) {
        SortedMap<Long, String> firing = new TreeMap<>();
        long since = Long.MAX_VALUE;
        for (long second : moments) {
            since = active.contains(second) ? Math.min(since, second) : Long.MAX_VALUE;
            if (second - seconds >= since) {
                firing.put(second, "1");
            }
        }
        return firing;
    }

    private static long duration(String text) {
        long count = Long.parseLong(text.substring(0, text.length() - 1));
        return switch (text.charAt(text.length() - 1)) {
            case 'd' -> TimeUnit.DAYS.toSeconds(count);
            case 'h' -> TimeUnit.HOURS.toSeconds(count);
            case 'm' -> TimeUnit.MINUTES.toSeconds(count);
            default -> count;
        };
    }

    private static String name(JsonNode metric, JsonNode rule) {
        SortedMap<String, String> labels = new TreeMap<>();
        metric.properties()
                .forEach(label -> labels.put(label.getKey(), label.getValue().asText()));
        rule.path("labels")
                .properties()
                .forEach(label -> labels.put(label.getKey(), label.getValue().asText()));
        labels.remove("__name__");
        if (rule.has("alert")) {
            labels.put("alertname", rule.path("alert").asText());
            labels.put("alertstate", "firing");
        }
        String name = rule.path("record").asText("ALERTS");
        return labels.entrySet().stream()
                .map(label -> label.getKey() + "=\"" + label.getValue() + "\"")
                .collect(Collectors.joining(",", name + "{", "}"));
    }
}
