package io.github.ticryptexporter.poll;

import io.github.ticryptexporter.api.ApiResult;
import io.github.ticryptexporter.api.FleetApi;
import io.github.ticryptexporter.config.ConfigLoader;
import io.github.ticryptexporter.config.ExporterConfig;
import io.github.ticryptexporter.config.Overrides;
import io.github.ticryptexporter.exposition.Exposition;
import io.github.ticryptexporter.exposition.ScrapeRequest;
import io.github.ticryptexporter.fleet.Api;
import io.github.ticryptexporter.fleet.FleetSnapshot;
import io.github.ticryptexporter.fleet.SourceId;
import io.github.ticryptexporter.identity.IdentityApi;
import io.github.ticryptexporter.metrics.ExporterFacts;
import io.github.ticryptexporter.metrics.FleetMetrics;
import io.github.ticryptexporter.metrics.Shown;
import io.github.ticryptexporter.status.Moment;
import io.github.ticryptexporter.status.StatusFacts;
import io.github.ticryptexporter.status.StatusPage;
import io.github.ticryptexporter.testing.ManualClock;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * An exporter from the configuration file to the exposition, without threads and a server of its own: it reads over real
 * sockets, and time passes when it is told.
 */
public final class SteppedExporter {
    private static final Duration STEP = Duration.ofSeconds(1);

    private final ManualClock clock;
    private final ExporterConfig config;
    private final ExporterConfig dead;
    private final Lines lines;
    private final Poller poller;
    private final FleetMetrics metrics;
    private final ExporterFacts facts;
    private final Exposition exposition = new Exposition(List::of, System::nanoTime);

    private FleetSnapshot latest = FleetSnapshot.EMPTY;

    private SteppedExporter(ExporterConfig config, ExporterConfig dead, ManualClock clock) throws IOException {
        this.metrics = new FleetMetrics(config.findings(), config.metrics());
        this.facts = facts(config.poll(), clock.instant());
        this.clock = clock;
        this.config = config;
        this.dead = dead;
        this.lines = new Lines(reader(config, clock));
        this.poller =
                new Poller(config.poll(), config.routes(), lines, snapshot -> latest = snapshot, clock, new Random(1));
    }

    /** Makes one and lets it read everything once. */
    public static SteppedExporter start(Path folder, String yaml, ManualClock clock) throws Exception {
        ExporterConfig config = loaded(folder, yaml);
        ExporterConfig dead = loaded(folder, yaml.replaceAll("base-url: [^,\n]*", "base-url: http://127.0.0.1:1"));
        SteppedExporter exporter = new SteppedExporter(config, dead, clock);
        exporter.poller.prepare();
        exporter.readWhatIsDue();
        return exporter;
    }

    private static FleetApi reader(ExporterConfig config, ManualClock clock) throws IOException {
        return IdentityApi.beside(config.api(), config.identity(), clock);
    }

    private static ExporterConfig loaded(Path folder, String yaml) throws Exception {
        Path file = Files.writeString(folder.resolve("stepped.yaml"), yaml);
        return new ConfigLoader(Map.of()).load(file, Overrides.NONE).config();
    }

    private static ExporterFacts facts(PollSettings poll, Instant now) {
        return new ExporterFacts(
                "0", "unknown", "17", perApi(poll::interval), perApi(poll::staleAfter), false, true, now);
    }

    private static Map<Api, Duration> perApi(Function<Api, Duration> duration) {
        return Arrays.stream(Api.values()).collect(Collectors.toMap(Function.identity(), duration));
    }

    /** Lets time pass second by second, reading whatever becomes due. */
    public void pass(Duration duration) throws InterruptedException {
        Instant end = clock.instant().plus(duration);
        while (clock.instant().isBefore(end)) {
            Duration left = Duration.between(clock.instant(), end);
            clock.advance(left.compareTo(STEP) < 0 ? left : STEP);
            readWhatIsDue();
        }
    }

    /** Lets time pass at one go, then reads what has become due. */
    public void leap(Duration duration) throws InterruptedException {
        clock.advance(duration);
        readWhatIsDue();
    }

    private void readWhatIsDue() throws InterruptedException {
        int before;
        do {
            before = lines.asked;
            poller.readNext();
            poller.publishIfChanged();
        } while (lines.asked > before);
    }

    /** From now on nobody listens where this source is read. */
    public void cut(SourceId source) throws IOException {
        lines.cut.put(source, reader(dead, clock));
    }

    /** Undoes every {@link #cut}. */
    public void mend() {
        lines.cut.clear();
    }

    /** What a scrape would be answered now, in text format 0.0.4; of all that is published only this is rendered. */
    public String text() throws IOException {
        return scraped(ScrapeRequest.PLAIN);
    }

    /** As {@link #text}, in the format of this Accept header. */
    public String accepting(String accept) throws IOException {
        return scraped(new ScrapeRequest(accept, "", Set.of()));
    }

    /** The status page as it would be now. */
    public String page() {
        StatusFacts statusFacts = new StatusFacts(
                "0",
                "/metrics",
                config.metrics().privacy(),
                config.routes(),
                config.api().tokens().keySet(),
                !config.findings().hosts().isEmpty(),
                config.findings().vcpuOvercommit());
        return StatusPage.of(latest, metrics.of(latest, facts), statusFacts)
                .html(new Moment(clock.instant(), poller.untilNextTry()));
    }

    private String scraped(ScrapeRequest request) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Shown shown = metrics.of(latest, facts);
        exposition.publish(shown.families(), shown::families);
        exposition.scrape(request).writeTo(bytes);
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** The way to the backend, and for a cut source one to a port where nobody listens. */
    private static final class Lines implements FleetApi {
        private final FleetApi alive;
        private final Map<SourceId, FleetApi> cut = new HashMap<>();
        private int asked;

        Lines(FleetApi alive) {
            this.alive = alive;
        }

        private FleetApi lineOf(SourceId source) {
            return cut.getOrDefault(source, alive);
        }

        @Override
        public ApiResult<?> read(SourceId source) throws InterruptedException {
            asked++;
            return lineOf(source).read(source);
        }

        @Override
        public ApiResult<?> lookUp(Api api, String id) throws InterruptedException {
            asked++;
            return lineOf(SourceId.site(api)).lookUp(api, id);
        }

        @Override
        public boolean hasNewToken(SourceId source) {
            return alive.hasNewToken(source);
        }
    }
}
