package io.github.ticryptexporter.http;

import java.util.List;

/**
 * What became of an attempt to take over a changed configuration.
 *
 * @param isTaken false when it is refused and the one before stays in force
 * @param lines what changed, or what is wrong; without secrets; may be empty when it is taken
 */
public record Reloaded(boolean isTaken, List<String> lines) {
    public Reloaded {
        lines = List.copyOf(lines);
    }

    /** In words: how it went, and the lines. */
    String text() {
        return head() + (lines.isEmpty() ? "" : ":\n" + String.join("\n", lines));
    }

    private String head() {
        if (!isTaken) {
            return "the configuration is refused, and the one before stays in force";
        }
        return lines.isEmpty() ? "the configuration is in force; nothing changed" : "the configuration is in force";
    }
}
