package io.github.ticryptexporter.status;

import io.github.ticryptexporter.metrics.Absence;
import java.util.ArrayList;
import java.util.List;

/** What an administrator should know beside the sources: what is refused, open, left out or not configured. */
final class Notes {

    private Notes() {}

    /** A list, empty where there is nothing to say. */
    static Html of(Glance glance, StatusFacts facts) {
        List<Html> notes = new ArrayList<>();
        if (glance.isLatestRefused()) {
            notes.add(Html.of(
                    "The latest configuration was refused, and the one before stays in force. The log says why."));
        }
        if (glance.isOpen()) {
            notes.add(
                    Html.of("Everybody who reaches this exporter can read it: it is served beyond this machine without"
                            + " TLS and authentication, as <code>web.allow-open</code> has it."));
        }
        if (!glance.measures().isEmpty()) {
            notes.add(Html.of(
                    "The fleet has more series than <code>limits.series</code> allows: %s.",
                    String.join(", ", glance.measures())));
        }
        facts.missingTokens().stream()
                .map(kind -> Html.of(
                        "No %s token is configured, and this is not exposed: %s.",
                        kind.label(),
                        Absence.of(kind, facts.privacy(), facts.routes()).text()))
                .forEach(notes::add);
        if (!facts.hasInventory()) {
            notes.add(Html.of("No inventory is configured: host saturation is not watched. List the hosts under"
                    + " <code>inventory.hosts</code>."));
        }
        return list(notes);
    }

    private static Html list(List<Html> notes) {
        return notes.isEmpty()
                ? Html.NOTHING
                : Html.of(
                        "<ul class=\"notes\">\n%s</ul>\n",
                        Html.joined(notes.stream()
                                .map(note -> Html.of("<li>%s</li>\n", note))
                                .toList()));
    }
}
