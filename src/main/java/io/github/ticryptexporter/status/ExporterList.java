package io.github.ticryptexporter.status;

import java.time.Instant;

/** The exporter about itself: its series, its configuration, who can read it. */
final class ExporterList {

    private ExporterList() {}

    static Html of(Glance glance, StatusFacts facts, Moment moment) {
        return Html.of(
                """
                <dl>
                <dt>Series</dt><dd>%s</dd>
                <dt>Latest reload</dt><dd>%s</dd>
                <dt>Served openly</dt><dd>%s</dd>
                <dt>Privacy level</dt><dd>%s</dd>
                <dt>Version</dt><dd>%s</dd>
                </dl>
                """,
                series(glance),
                reload(glance, moment),
                glance.isOpen()
                        ? Html.of(
                                "<strong class=\"warn\">yes</strong>, beyond this machine without TLS and authentication")
                        : Html.of("no"),
                facts.privacy().label(),
                facts.version());
    }

    private static Html series(Glance glance) {
        Share series = glance.series();
        return series == null
                ? Html.of("none yet")
                : Html.of(
                        "%s; %s",
                        series.bar("series"),
                        glance.measures().isEmpty() ? "nothing is folded" : String.join(", ", glance.measures()));
    }

    private static Html reload(Glance glance, Moment moment) {
        Instant at = glance.configuredAt();
        if (at == null) {
            return Html.of("none yet");
        }
        return Html.of(
                "%s of %s, %s ago",
                glance.isLatestRefused()
                        ? Html.of("<strong class=\"bad\">refused</strong>; in force is the configuration")
                        : Html.of("<strong class=\"good\">good</strong>: the configuration in force is"),
                InWords.time(at),
                InWords.duration(moment.since(at)));
    }
}
