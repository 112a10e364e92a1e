package io.github.ticryptexporter.status;

import io.github.ticryptexporter.fleet.FailureReason;
import io.github.ticryptexporter.fleet.FleetSnapshot;
import io.github.ticryptexporter.fleet.Source;
import java.time.Duration;
import java.util.stream.Collectors;

/** One page that needs no script: which routes answer, how old their data is, and where everything else is. */
public final class StatusPage {

    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>ticrypt-exporter</title>
            <style>
            :root { color-scheme: light dark; }
            body { font: 1rem/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 60rem; padding: 0 1rem; }
            table { border-collapse: collapse; width: 100%%; }
            th, td { border-bottom: 1px solid; padding: .3rem .6rem; text-align: left; }
            </style>
            </head>
            <body>
            <h1>ticrypt-exporter</h1>
            <p>Version %s, privacy level <strong>%s</strong>.</p>
            <ul>
            <li><a href="%s">Metrics</a></li>
            <li><a href="/-/config">Effective configuration</a></li>
            <li><a href="/-/healthy">Health</a>, <a href="/-/ready">readiness</a></li>
            </ul>
            %s<table>
            <caption>What is read from tiCrypt</caption>
            <thead><tr><th scope="col">Route</th><th scope="col">Realm</th><th scope="col">State</th>\
            <th scope="col">Objects</th><th scope="col">Age of the data</th></tr></thead>
            <tbody>
            %s</tbody>
            </table>
            </body>
            </html>
            """;

    private StatusPage() {}

    /** The page for this snapshot. */
    public static String render(FleetSnapshot fleet, StatusFacts facts) {
        String rows = fleet.sources().values().stream()
                .map(source -> row(source, facts))
                .collect(Collectors.joining());
        return PAGE.formatted(
                Html.text(facts.version()),
                Html.text(facts.privacyLevel()),
                Html.text(facts.telemetryPath()),
                notes(facts),
                rows);
    }

    private static String notes(StatusFacts facts) {
        StringBuilder notes = new StringBuilder();
        facts.missingTokens()
                .forEach((kind, cost) -> notes.append("<p>No %s token is configured, and this is not exposed: %s.</p>\n"
                        .formatted(kind.label(), Html.text(cost))));
        if (!facts.hasInventory()) {
            notes.append("<p>No inventory is configured: host saturation is not watched. List the hosts under"
                    + " <code>inventory.hosts</code>.</p>\n");
        }
        return notes.toString();
    }

    private static String row(Source<?> source, StatusFacts facts) {
        Source.Success success = source.lastSuccess();
        return "<tr><td>%s</td><td>%s</td><td>%s</td><td>%s</td><td>%s</td></tr>\n"
                .formatted(
                        source.id().api().label(),
                        Html.text(source.id().realm()),
                        state(source, facts),
                        success == null ? "" : Integer.toString(success.objects()),
                        success == null ? "none yet" : age(Duration.between(success.answeredAt(), facts.now())));
    }

    private static String state(Source<?> source, StatusFacts facts) {
        Source.Attempt latest = source.latest();
        if (latest == null) {
            return "not read yet";
        }
        Source.Failure failure = latest.failure();
        return (failure == null ? "answers" : "fails: " + words(failure.reason()))
                + (source.data().isPresent() ? "" : withheld(source, facts));
    }

    private static String withheld(Source<?> source, StatusFacts facts) {
        StatusFacts.Cost cost = facts.costs().get(source.id().api());
        if (cost == null) {
            return "; what follows from it is withheld";
        }
        return "; what follows from it is withheld: " + Html.text(cost.text()) + wayOut(source, cost);
    }

    /** A realm that never answered holds up every sum over all realms. */
    private static String wayOut(Source<?> source, StatusFacts.Cost cost) {
        String realm = source.id().realm();
        return realm.isEmpty() || source.lastSuccess() != null || cost.ofTheSite() == 0
                ? ""
                : ". %d of them are about all realms, and stay away until this one answers or <code>%s</code> gives it up"
                        .formatted(cost.ofTheSite(), Html.text("ticrypt.realms.exclude: [ \"" + realm + "\" ]"));
    }

    private static String words(FailureReason reason) {
        return switch (reason) {
            case UNAUTHORIZED -> "the token is not accepted";
            case FORBIDDEN -> "the token is of another type";
            case NOT_FOUND -> "there is no such route or realm";
            case RATE_LIMITED -> "the backend asks for fewer requests";
            case CLIENT_ERROR -> "the backend refuses the request";
            case SERVER_ERROR -> "the backend has an error";
            case TIMEOUT -> "no whole answer in time";
            case CONNECT -> "no connection, or lost half-way";
            case TLS -> "no agreement on TLS";
            case MALFORMED -> "the answer is not what the route should give";
            case TOO_LARGE -> "the answer is larger than allowed";
            case UNEXPECTED_STATUS -> "an unexpected status";
        };
    }

    private static String age(Duration age) {
        long seconds = Math.max(0, age.toSeconds());
        if (seconds < 120) {
            return seconds + " s";
        }
        return seconds < 7200 ? seconds / 60 + " min" : seconds / 3600 + " h";
    }
}
