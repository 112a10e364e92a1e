package io.github.ticryptexporter.cli;

import io.github.ticryptexporter.config.ExporterConfig;
import io.github.ticryptexporter.fleet.AnomalyKind;
import io.github.ticryptexporter.fleet.Api;
import io.github.ticryptexporter.fleet.ApiTally;
import io.github.ticryptexporter.fleet.Source;
import io.github.ticryptexporter.fleet.SourceId;
import io.github.ticryptexporter.metrics.Absence;
import io.github.ticryptexporter.metrics.ExposedFamily;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** What {@code check --live} adds: how the routes answer, which hosts they show, and what running the exporter costs. */
public final class LiveCheck {

    private static final int FINE = 0;
    private static final int FAILED = 1;

    private final Build build;
    private final InstantSource clock;
    private final Supplier<List<ExposedFamily>> own;
    private final PrintStream out;

    /**
     * A check that prints to {@code out}.
     *
     * @param own what a daemon exposes of itself, which its scrapes hold too
     */
    public LiveCheck(Build build, InstantSource clock, Supplier<List<ExposedFamily>> own, PrintStream out) {
        this.build = build;
        this.clock = clock;
        this.own = own;
        this.out = out;
    }

    /** Reads every route once, prints what that shows, and returns the exit code: 0, or 1 when a route failed. */
    int run(ExporterConfig config) throws IOException, InterruptedException {
        out.println("\nReading every route once from " + config.api().baseUrl() + " ...\n");
        out.flush();
        OnePoll poll = OnePoll.of(config, build, clock);
        out.println(
                RouteTable.of(poll.fleet(), config.routes(), config.metrics().privacy()));
        printFailures(poll.failed(), config);
        printAnomalies(poll.fleet().tallies());
        out.print(HostReport.of(poll.fleet(), config.findings()));
        printCost(poll, config);
        out.println(verdict(poll));
        return poll.failed().isEmpty() ? FINE : FAILED;
    }

    private void printFailures(List<Source<?>> failed, ExporterConfig config) {
        if (failed.isEmpty()) {
            return;
        }
        out.println("What failed:\n");
        for (Source<?> source : failed) {
            Source.Attempt latest = source.latest();
            Source.Failure failure = latest == null ? null : latest.failure();
            if (failure != null) {
                String line = source.id() + ": " + failure.message() + wayOut(source.id(), config);
                out.println("  " + TextTable.printable(line));
            }
        }
        out.println();
    }

    /** One realm that does not answer holds up every sum over all realms. */
    private static String wayOut(SourceId id, ExporterConfig config) {
        int held = Absence.of(id.api(), config.metrics().privacy(), config.routes())
                .ofTheSite()
                .size();
        return id.realm().isEmpty() || held == 0
                ? ""
                : "; until it has answered, " + held + " families that need every realm are withheld too:"
                        + " ticrypt.realms.exclude: [ \"" + id.realm() + "\" ] gives the realm up";
    }

    private void printAnomalies(Map<Api, ApiTally> tallies) {
        List<String> lines = tallies.entrySet().stream()
                .filter(tally -> !tally.getValue().anomalies().isEmpty())
                .map(tally -> "  " + tally.getKey().label() + ": "
                        + counts(tally.getValue().anomalies()))
                .toList();
        if (!lines.isEmpty()) {
            out.println("What had to be dropped or folded; --log.level=warn shows the first of each route:\n");
            lines.forEach(out::println);
            out.println();
        }
    }

    private static String counts(Map<AnomalyKind, Long> anomalies) {
        return anomalies.entrySet().stream()
                .map(kind -> kind.getValue() + " " + kind.getKey().label())
                .collect(Collectors.joining(", "));
    }

    private void printCost(OnePoll poll, ExporterConfig config) {
        List<ExposedFamily> daemon = own.get();
        byte[] text = poll.text(daemon);
        long series = series(text);
        long fleetSeries = series(poll.text(List.of()));
        String requests = Long.toString(Math.round(config.poll().requestsPerHour(poll.fleet())));
        out.println("What running the exporter costs, for the site as it is now:\n");
        out.println("  series in Prometheus:   " + series + ", of which " + (series - fleetSeries)
                + " are about the exporter's own process");
        if (poll.shown().reduction().isNeeded()) {
            out.println("                          " + poll.shown().reduction().text());
        }
        out.println("  bytes for each scrape:  " + text.length + ", with gzip " + poll.gzipBytes(daemon));
        out.println("  requests to the API:    " + requests + " an hour\n");
    }

    private static long series(byte[] text) {
        return new String(text, StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.startsWith("#"))
                .count();
    }

    private static String verdict(OnePoll poll) {
        return poll.failed().isEmpty()
                ? "every route answered"
                : poll.failed().size() + " of " + poll.fleet().sources().size() + " reads failed";
    }
}
