package io.github.ticryptexporter.config;

import io.github.ticryptexporter.fleet.Api;
import io.github.ticryptexporter.metrics.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What one configuration has otherwise than another, for a person.
 *
 * @param lines one for each setting, as {@code poll.intervals.vms: 60s -> 30s}, then for each route and for each metric
 *     family that comes or goes; without secrets; empty when the two are equal
 */
public record ConfigChanges(List<String> lines) {

    private static final String NOTHING = "nothing";

    public ConfigChanges {
        lines = List.copyOf(lines);
    }

    /** What changes when {@code after} takes the place of {@code before}. */
    public static ConfigChanges between(LoadedConfig before, LoadedConfig after) {
        List<String> lines = new ArrayList<>(settings(settings(before), settings(after)));
        lines.addAll(comingAndGoing("route", routes(before), routes(after)));
        lines.addAll(comingAndGoing("metric family", families(before), families(after)));
        return new ConfigChanges(lines);
    }

    private static Map<String, Object> settings(LoadedConfig loaded) {
        return EffectiveConfig.settings(loaded.config(), loaded.files());
    }

    private static List<String> settings(Map<String, Object> before, Map<String, Object> after) {
        Map<String, Object> all = new TreeMap<>(before);
        all.putAll(after);
        return all.keySet().stream()
                .filter(key -> !Objects.equals(before.get(key), after.get(key)))
                .map(key -> line(key, before, after))
                .distinct()
                .toList();
    }

    private static String line(String key, Map<String, Object> before, Map<String, Object> after) {
        String item = key.substring(0, key.indexOf(']') + 1);
        if (!item.isEmpty() && before.keySet().stream().noneMatch(other -> other.startsWith(item))) {
            return item + ": added";
        }
        if (!item.isEmpty() && after.keySet().stream().noneMatch(other -> other.startsWith(item))) {
            return item + ": removed";
        }
        return key + ": " + change(before.get(key), after.get(key));
    }

    private static String change(@Nullable Object before, @Nullable Object after) {
        String was = before == null ? NOTHING : before.toString();
        String is = after == null ? NOTHING : after.toString();
        return was.equals(is) ? is + ", which holds something else now" : was + " -> " + is;
    }

    private static List<String> comingAndGoing(String what, Set<String> before, Set<String> after) {
        List<String> lines = new ArrayList<>();
        after.stream().filter(name -> !before.contains(name)).forEach(name -> lines.add(what + " added: " + name));
        before.stream().filter(name -> !after.contains(name)).forEach(name -> lines.add(what + " removed: " + name));
        return lines;
    }

    private static Set<String> routes(LoadedConfig loaded) {
        Set<String> routes = new TreeSet<>();
        loaded.config().routes().stream().map(Api::label).forEach(routes::add);
        return routes;
    }

    private static Set<String> families(LoadedConfig loaded) {
        ExporterConfig config = loaded.config();
        return new TreeSet<>(Reference.possible(config.metrics().privacy(), config.routes()));
    }
}
