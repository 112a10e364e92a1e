package io.github.ticryptexporter.cli;

import io.github.ticryptexporter.api.FleetApi;
import io.github.ticryptexporter.config.ExporterConfig;
import io.github.ticryptexporter.exposition.Body;
import io.github.ticryptexporter.exposition.Exposition;
import io.github.ticryptexporter.exposition.ExpositionSettings;
import io.github.ticryptexporter.exposition.ScrapeRequest;
import io.github.ticryptexporter.fleet.FleetSnapshot;
import io.github.ticryptexporter.fleet.Source;
import io.github.ticryptexporter.identity.IdentityApi;
import io.github.ticryptexporter.metrics.ExposedFamily;
import io.github.ticryptexporter.metrics.FleetMetrics;
import io.github.ticryptexporter.metrics.Shown;
import io.github.ticryptexporter.poll.OneCycle;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;

/** Everything read once, and what a scrape shows of it. */
record OnePoll(FleetSnapshot fleet, Shown shown, ExpositionSettings settings) {

    private static final ScrapeRequest GZIP = new ScrapeRequest("", "gzip", Set.of());

    /** Reads every source on the calling thread. */
    static OnePoll of(ExporterConfig config, Build build, InstantSource clock)
            throws IOException, InterruptedException {
        Instant configuredAt = clock.instant();
        FleetApi api = IdentityApi.beside(config.api(), config.identity(), clock);
        FleetSnapshot fleet = OneCycle.read(config.poll(), config.routes(), api);
        FleetMetrics metrics = new FleetMetrics(config.findings(), config.metrics());
        return new OnePoll(fleet, metrics.of(fleet, build.facts(config, false, configuredAt)), config.exposition());
    }

    /** The sources that could not be read. */
    List<Source<?>> failed() {
        return fleet.sources().values().stream()
                .<Source<?>>map(source -> source)
                .filter(source -> source.latest() != null && !source.isUp())
                .toList();
    }

    /** In text 0.0.4, followed by what a daemon says of itself. */
    byte[] text(List<ExposedFamily> own) {
        return bytes(exposition(own).scrape(ScrapeRequest.PLAIN));
    }

    /** The size of the same, compressed. */
    long gzipBytes(List<ExposedFamily> own) {
        return exposition(own).scrape(GZIP).length();
    }

    private Exposition exposition(List<ExposedFamily> own) {
        Exposition exposition = new Exposition(settings, () -> own, System::nanoTime);
        exposition.publish(shown.families(), shown::families);
        return exposition;
    }

    private static byte[] bytes(Body body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            body.writeTo(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        return bytes.toByteArray();
    }
}
