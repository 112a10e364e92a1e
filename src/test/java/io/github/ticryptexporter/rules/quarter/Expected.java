package io.github.ticryptexporter.rules.quarter;

import java.util.Map;

/**
 * An alert as an incident should raise it.
 *
 * @param name the alert's name
 * @param labels labels that it has among others
 */
record Expected(String name, Map<String, String> labels) {
    Expected {
        labels = Map.copyOf(labels);
    }

    static Expected of(String name) {
        return new Expected(name, Map.of());
    }

    /** An alert with a label. */
    static Expected of(String name, String label, String value) {
        return new Expected(name, Map.of(label, value));
    }

    static Expected of(String name, Map<String, String> labels) {
        return new Expected(name, labels);
    }

    boolean matches(Firing firing) {
        return firing.labels().getOrDefault("alertname", "").equals(name)
                && labels.entrySet().stream()
                        .allMatch(
                                label -> label.getValue().equals(firing.labels().get(label.getKey())));
    }

    @Override
    public String toString() {
        return labels.isEmpty() ? name : name + labels;
    }
}
