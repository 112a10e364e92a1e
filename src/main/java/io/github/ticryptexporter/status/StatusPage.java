package io.github.ticryptexporter.status;

import io.github.ticryptexporter.fleet.FleetSnapshot;
import io.github.ticryptexporter.metrics.Reduction;
import io.github.ticryptexporter.metrics.Shown;
import java.util.List;

/** One page that needs no script: how the sources are, how full hosts and quotas are, and where everything else is. */
public final class StatusPage {

    /** By which a content security policy lets in the page's own style and no other. */
    public static final String STYLE_SOURCE = StyleSheet.SOURCE;

    private final Glance glance;
    private final StatusFacts facts;

    private StatusPage(Glance glance, StatusFacts facts) {
        this.glance = glance;
        this.facts = facts;
    }

    /** Before the first publish. */
    public static StatusPage empty(StatusFacts facts) {
        return of(FleetSnapshot.EMPTY, new Shown(List.of(), new Reduction(0, 0, 1, false, 0, 0)), facts);
    }

    /**
     * The page of one publish.
     *
     * @param fleet what is known
     * @param shown what is published of it; forgotten but for a few rows
     */
    public static StatusPage of(FleetSnapshot fleet, Shown shown, StatusFacts facts) {
        return new StatusPage(Glance.at(fleet, shown, facts.vcpuOvercommit()), facts);
    }

    /** As it is at this moment. */
    public String html(Moment moment) {
        Verdict verdict = new Verdict(glance.sources());
        return Html.of(
                        """
                        <!DOCTYPE html>
                        <html lang="en">
                        <head>
                        <meta charset="utf-8"/>
                        <meta name="viewport" content="width=device-width, initial-scale=1"/>
                        <title>%s: ticrypt-exporter</title>
                        <style>%s</style>
                        </head>
                        <body>
                        <header>
                        <h1>ticrypt-exporter</h1>
                        %s</header>
                        <main>
                        %s%s<h2>Sources</h2>
                        %s<h2>Hosts</h2>
                        %s<h2>Teams</h2>
                        %s<h2>Exporter</h2>
                        %s</main>
                        <footer>
                        <p>As of %s. Reload the page for a newer state.</p>
                        </footer>
                        </body>
                        </html>
                        """,
                        verdict.inShort(),
                        new Html(StyleSheet.CSS),
                        links(),
                        verdict.html(),
                        Notes.of(glance, facts),
                        new SourceTable(glance, facts, moment).html(),
                        HostTable.of(glance.hosts(), facts.vcpuOvercommit()),
                        TeamTable.of(glance.teams()),
                        ExporterList.of(glance, facts, moment),
                        InWords.time(moment.now()))
                .markup();
    }

    private Html links() {
        return Html.of("""
                <nav aria-label="Endpoints">
                <ul>
                <li><a href="%s">Metrics</a></li>
                <li><a href="/-/config">Configuration</a></li>
                <li><a href="/-/healthy">Health</a></li>
                <li><a href="/-/ready">Readiness</a></li>
                </ul>
                </nav>
                """, facts.telemetryPath());
    }
}
