package io.github.ticryptexporter.history;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * An alert that fired.
 *
 * @param labels its labels, name and severity among them
 * @param from the first minute in which it fired
 * @param to the last one
 */
public record Firing(Map<String, String> labels, int from, int to) {
    public Firing {
        labels = Map.copyOf(labels);
    }

    public String name() {
        return labels.getOrDefault("alertname", "");
    }

    public String severity() {
        return labels.getOrDefault("severity", "");
    }

    /** Whether the other one goes on where this one ends, or overlaps it. */
    public boolean reaches(Firing next) {
        return labels.equals(next.labels) && next.from <= to + 2;
    }

    public Firing with(Firing next) {
        return new Firing(labels, Math.min(from, next.from), Math.max(to, next.to));
    }

    @Override
    public String toString() {
        Map<String, String> others = new TreeMap<>(labels);
        others.keySet().removeAll(Set.of("alertname", "severity", "owner", "site", "alertstate"));
        return "%s (%s) %s, %s to %s".formatted(name(), severity(), others, Minutes.text(from), Minutes.text(to));
    }
}
