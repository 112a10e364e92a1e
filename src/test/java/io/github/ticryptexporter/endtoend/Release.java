package io.github.ticryptexporter.endtoend;

import io.github.ticryptexporter.testing.Tool;
import java.nio.file.Path;

/** The oldest Prometheus and Alertmanager that count, and current ones. */
public enum Release {
    DEBIAN_12,
    FORKY;

    public Path prometheus() {
        return program("prometheus");
    }

    Path alertmanager() {
        return program("prometheus-alertmanager");
    }

    private Path program(String name) {
        return switch (this) {
            case DEBIAN_12 -> Tool.require(name);
            case FORKY -> Tool.requireFrom("forky", name);
        };
    }
}
