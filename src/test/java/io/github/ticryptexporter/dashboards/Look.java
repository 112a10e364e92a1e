package io.github.ticryptexporter.dashboards;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How values look: unit, bands, words, links and whatever else a field configuration has.
 *
 * @param properties by Grafana's name of the property, as overrides have it: {@code custom.lineWidth}
 */
record Look(SortedMap<String, Object> properties) {

    Look {
        properties = new TreeMap<>(properties);
    }

    /** Values of this unit, one of Grafana's. */
    static Look of(String unit) {
        return new Look(new TreeMap<>(Map.of("unit", unit)));
    }

    /** Nothing but what is said next: for a series that differs from others in that alone. */
    static Look difference() {
        return new Look(new TreeMap<>());
    }

    static Look count() {
        return of("none").with("decimals", 0);
    }

    static Look bytes() {
        return of("bytes").with("decimals", 1);
    }

    static Look share() {
        return of("percentunit").with("decimals", 0);
    }

    /** Seconds, in the largest unit that they fill. */
    static Look seconds() {
        return of("s");
    }

    /** A colour for values below the first threshold and for those from each one on, in ascending order. */
    Look bands(Colour below, Threshold... above) {
        List<Map<String, @Nullable Object>> steps = Stream.concat(
                        Stream.of(new Threshold(null, below)), Stream.of(above))
                .map(Threshold::json)
                .toList();
        return with("thresholds", Map.of("mode", "absolute", "steps", steps))
                .with("color", Map.of("mode", "thresholds"));
    }

    /** One colour, whatever the value. */
    Look colour(Colour colour) {
        return with("color", Map.of("mode", "fixed", "fixedColor", colour.grafana));
    }

    Look words(Mapping... mappings) {
        return with("mappings", Stream.of(mappings).map(Mapping::json).toList());
    }

    /** What stands there when the query answers nothing. */
    Look empty(String words) {
        return with("noValue", words);
    }

    /** With nothing at all where there is no value, unless it says what. */
    Look orEmpty() {
        return properties.containsKey("noValue") ? this : empty("");
    }

    /** How many pixels a column of a table takes; those without share what is left. */
    Look width(int pixels) {
        return with("custom.width", pixels);
    }

    Look range(double min, double max) {
        return with("min", min).with("max", max);
    }

    Look link(Link link) {
        return with("links", List.of(link.json()));
    }

    Look with(String property, Object value) {
        SortedMap<String, Object> changed = new TreeMap<>(properties);
        changed.put(property, value);
        return new Look(changed);
    }

    /** With the words for no value in grey: without a mapping they have the colour of the lowest band. */
    private SortedMap<String, Object> complete() {
        String empty = properties.getOrDefault("noValue", "").toString();
        if (empty.isEmpty() || !properties.containsKey("thresholds")) {
            return properties;
        }
        List<Object> words = new ArrayList<>((List<?>) properties.getOrDefault("mappings", List.of()));
        words.add(Mapping.unknown(empty).json());
        return with("mappings", words).properties();
    }

    /** As the configuration of all fields of a panel. */
    Map<String, Object> defaults() {
        Map<String, Object> defaults = new TreeMap<>();
        Map<String, Object> custom = new TreeMap<>();
        complete().forEach((name, value) -> {
            if (name.startsWith("custom.")) {
                custom.put(name.substring("custom.".length()), value);
            } else {
                defaults.put(name, value);
            }
        });
        defaults.put("custom", custom);
        return defaults;
    }

    /** As the exception for those fields that a matcher of Grafana's finds. */
    Map<String, Object> override(String matcher, String options) {
        return Map.of(
                "matcher", Map.of("id", matcher, "options", options),
                "properties",
                        complete().entrySet().stream()
                                .map(property -> Map.of("id", property.getKey(), "value", property.getValue()))
                                .toList());
    }
}
