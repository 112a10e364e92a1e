package io.github.ticryptexporter.history;

import java.util.Map;

/**
 * An alert as an incident should raise it.
 *
 * @param name the alert's name
 * @param labels labels that it has among others
 */
public record Expected(String name, Map<String, String> labels) {
    public Expected {
        labels = Map.copyOf(labels);
    }

    public static Expected of(String name) {
        return new Expected(name, Map.of());
    }

    /** An alert with a label. */
    public static Expected of(String name, String label, String value) {
        return new Expected(name, Map.of(label, value));
    }

    public static Expected of(String name, Map<String, String> labels) {
        return new Expected(name, labels);
    }

    public boolean matches(Firing firing) {
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
