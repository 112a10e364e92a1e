package io.github.ticryptexporter.metrics;

import io.github.ticryptexporter.exposition.Exposition;
import io.github.ticryptexporter.exposition.ExpositionSettings;
import io.github.ticryptexporter.exposition.ScrapeRequest;
import io.github.ticryptexporter.findings.FindingSettings;
import io.github.ticryptexporter.findings.HostEntry;
import io.github.ticryptexporter.fleet.Api;
import io.github.ticryptexporter.fleet.FleetSnapshot;
import io.github.ticryptexporter.testing.Entries;
import io.github.ticryptexporter.testing.ManualClock;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A snapshot as it is exposed under some settings. */
record Exposed(FleetSnapshot fleet, FindingSettings findings, MetricSettings metrics) {

    private static final Map<Api, Duration> MINUTES =
            Arrays.stream(Api.values()).collect(Collectors.toMap(api -> api, api -> Duration.ofMinutes(1)));

    private static final Map<Api, Duration> FIVE_MINUTES =
            Arrays.stream(Api.values()).collect(Collectors.toMap(api -> api, api -> Duration.ofMinutes(5)));

    static final ExporterFacts FACTS = new ExporterFacts(
            "1.2.3", "0042abc", "17.0.42", MINUTES, FIVE_MINUTES, false, true, ManualClock.START.minusSeconds(60));

    static Exposed of(FleetSnapshot fleet) {
        return new Exposed(fleet, FindingSettings.DEFAULT, MetricSettings.DEFAULT);
    }

    Exposed with(Entries... inventory) {
        List<HostEntry> hosts = Arrays.stream(inventory).map(Entries::made).toList();
        return with(new FindingSettings(
                hosts,
                findings.natArithmetic(),
                findings.vcpuOvercommit(),
                findings.silentAfter(),
                findings.largeVmMemoryBytes(),
                findings.exemptBricks()));
    }

    Exposed exemptingBricks(String... bricks) {
        return with(new FindingSettings(
                findings.hosts(),
                findings.natArithmetic(),
                findings.vcpuOvercommit(),
                findings.silentAfter(),
                findings.largeVmMemoryBytes(),
                Set.of(bricks)));
    }

    Exposed watchingFor(Map<String, Long> largeVmMemoryBytes) {
        return with(new FindingSettings(
                findings.hosts(),
                findings.natArithmetic(),
                findings.vcpuOvercommit(),
                findings.silentAfter(),
                largeVmMemoryBytes,
                findings.exemptBricks()));
    }

    Exposed with(FindingSettings settings) {
        return new Exposed(fleet, settings, metrics);
    }

    Exposed with(MetricSettings settings) {
        return new Exposed(fleet, findings, settings);
    }

    Exposed at(PrivacyLevel level) {
        return with(new MetricSettings(
                level, metrics.pseudonyms(), metrics.teamAliases(), metrics.alertExemptions(), metrics.seriesLimit()));
    }

    Exposed under(HostPseudonyms pseudonyms) {
        return with(new MetricSettings(
                metrics.privacy(),
                pseudonyms,
                metrics.teamAliases(),
                metrics.alertExemptions(),
                metrics.seriesLimit()));
    }

    Exposed within(int seriesLimit) {
        return with(new MetricSettings(
                metrics.privacy(),
                metrics.pseudonyms(),
                metrics.teamAliases(),
                metrics.alertExemptions(),
                seriesLimit));
    }

    /** What the series budget takes away. */
    Reduction reduction() {
        return shown().reduction();
    }

    /** As a publish hands them on. */
    List<ExposedFamily> families() {
        return shown().families();
    }

    Shown shown() {
        return new FleetMetrics(findings, metrics).of(fleet, FACTS);
    }

    /** The whole text format. */
    String text() {
        return written("text/plain");
    }

    /** The whole of OpenMetrics. */
    String openMetrics() {
        return written("application/openmetrics-text");
    }

    /** The sample lines of these families, family by family. */
    String samples(String... families) {
        List<String> lines = text().lines().toList();
        return Arrays.stream(families)
                .flatMap(family -> lines.stream().filter(line -> line.split("[{ ]", 2)[0].equals(family)))
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }

    private String written(String accept) {
        Exposition exposition = new Exposition(new ExpositionSettings(true), List::of, System::nanoTime);
        Shown shown = shown();
        exposition.publish(shown.families(), shown::families);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            exposition.scrape(new ScrapeRequest(accept, "", Set.of())).writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
