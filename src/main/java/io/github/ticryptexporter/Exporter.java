package io.github.ticryptexporter;

import io.github.ticryptexporter.cli.Build;
import io.github.ticryptexporter.config.ConfigSource;
import io.github.ticryptexporter.config.EffectiveConfig;
import io.github.ticryptexporter.config.ExporterConfig;
import io.github.ticryptexporter.config.LoadedConfig;
import io.github.ticryptexporter.exposition.Exposition;
import io.github.ticryptexporter.fleet.FleetSnapshot;
import io.github.ticryptexporter.http.Endpoints;
import io.github.ticryptexporter.http.HttpServer;
import io.github.ticryptexporter.http.Page;
import io.github.ticryptexporter.http.Reloaded;
import io.github.ticryptexporter.identity.IdentityApi;
import io.github.ticryptexporter.metrics.ExporterFacts;
import io.github.ticryptexporter.metrics.FleetMetrics;
import io.github.ticryptexporter.metrics.PrivacyLevel;
import io.github.ticryptexporter.metrics.Shown;
import io.github.ticryptexporter.poll.Poller;
import io.github.ticryptexporter.status.Moment;
import io.github.ticryptexporter.status.StatusFacts;
import io.github.ticryptexporter.status.StatusPage;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The daemon: builds its dozen objects by hand, starts them in order and stops them in reverse. The constructor does no
 * I/O beyond reading certificates.
 */
final class Exporter implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Exporter.class);

    private final Build build;
    private final InstantSource clock;
    private final OwnMetrics own = new OwnMetrics();
    private final Exposition exposition;
    private final BudgetLog budget = new BudgetLog();
    private final Poller poller;
    private final HttpServer server;
    private final Optional<Reload> reload;
    private final ConfigWatch watch;
    private final CompletableFuture<Void> firstPicture = new CompletableFuture<>();
    private IdentityApi api;
    private volatile InForce inForce;
    private volatile StatusPage latest;
    private volatile PrivacyLevel shownAt = PrivacyLevel.STRICT;

    /**
     * What the exporter obeys.
     *
     * @param since when it was loaded
     * @param isLatest false after a later one was refused
     */
    private record InForce(LoadedConfig loaded, Instant since, boolean isLatest) {
        private ExporterConfig config() {
            return loaded.config();
        }
    }

    /** An exporter whose configuration stays as it is. */
    Exporter(LoadedConfig loaded, Build build, InstantSource clock) {
        this(loaded, Optional.empty(), build, clock);
    }

    /** @param source what gave the configuration, and may give another one while the exporter runs; empty for none */
    Exporter(LoadedConfig loaded, Optional<ConfigSource> source, Build build, InstantSource clock) {
        ExporterConfig config = loaded.config();
        this.inForce = new InForce(loaded, clock.instant(), true);
        this.build = build;
        this.clock = clock;
        this.exposition = new Exposition(config.exposition(), own::families, System::nanoTime);
        this.latest = StatusPage.empty(statusFacts(config));
        this.api = IdentityApi.beside(config.api(), config.identity(), clock);
        this.poller = new Poller(config.poll(), config.routes(), api, this::publish, System::nanoTime, new Random());
        this.reload = source.map(given -> new Reload(given, loaded, this));
        this.watch = new ConfigWatch(this::lookAtFiles);
        Supplier<String> effective =
                () -> EffectiveConfig.render(config(), inForce.loaded().files());
        Endpoints endpoints = new Endpoints(
                new ServedExposition(exposition, firstPicture),
                poller::isReady,
                this::statusPage,
                effective,
                this::reloadOnRequest);
        this.server = new HttpServer(config.http(), endpoints, own);
    }

    /**
     * Listens, then polls. Of the time until the first answer, loading the server is one half and what it answers with the
     * other, so these go side by side.
     *
     * @throws io.github.ticryptexporter.http.ListenException when an address cannot be listened on
     */
    public void start() {
        new Thread(this::drawFirstPicture, "first picture").start();
        try {
            server.start();
        } finally {
            firstPicture.join();
        }
        new StartLog(build, config()).write(server.addresses());
        poller.start();
        if (reload.isPresent()) {
            watch.start(ConfigWatch.PERIOD);
        }
    }

    private void drawFirstPicture() {
        try {
            own.start();
            own.watch(server);
            poller.publishFirst();
            firstPicture.complete(null);
        } catch (RuntimeException | Error e) {
            firstPicture.completeExceptionally(e);
        }
    }

    /** Looks now whether the configuration's files changed; a change is taken over at the second look that sees it. */
    void lookAtFiles() {
        reload.ifPresent(Reload::ifChanged);
    }

    /** Reads the configuration again. */
    void reloadOnSignal() {
        reload.ifPresent(source -> source.now("SIGHUP was received"));
    }

    private Reloaded reloadOnRequest() {
        return reload.map(source -> source.now("a request asked for it"))
                .orElseGet(() ->
                        new Reloaded(false, List.of("it was made without a file; there is nothing to read again")));
    }

    /**
     * Takes over a configuration, whole or not at all. What it does not concern goes on: what is known of the fleet, counters,
     * connections.
     *
     * @throws io.github.ticryptexporter.http.ListenException when a new address cannot be listened on; nothing has changed then
     */
    void obey(LoadedConfig next) {
        ExporterConfig config = next.config();
        boolean isOtherSite = !config.api().baseUrl().equals(config().api().baseUrl());
        IdentityApi nextApi = isOtherSite
                ? IdentityApi.beside(config.api(), config.identity(), clock)
                : api.obeying(config.api(), config.identity());
        Runnable shown = () -> {
            exposition.obey(config.exposition());
            inForce = new InForce(next, clock.instant(), true);
            api = nextApi;
            if (isOtherSite) {
                poller.forget();
            }
            poller.obey(config.poll(), config.routes(), api);
        };
        // Nobody sees for a moment what neither configuration shows him.
        if (config.metrics().privacy().compareTo(config().metrics().privacy()) > 0) {
            server.obey(config.http(), () -> {});
            shown.run();
        } else {
            server.obey(config.http(), shown);
        }
    }

    /** Says so in metrics and on the status page. */
    void noteRefusal() {
        inForce = new InForce(inForce.loaded(), inForce.since(), false);
        poller.publishAgain();
    }

    /** Where it listens. */
    public List<InetSocketAddress> addresses() {
        return server.addresses();
    }

    /** Stops polling, lets the scrapes in flight finish and stops. */
    @Override
    public void close() {
        watch.close();
        poller.close();
        server.close();
        own.close();
        LOG.info("stopped");
    }

    private ExporterConfig config() {
        return inForce.config();
    }

    private void publish(FleetSnapshot snapshot) {
        try {
            show(snapshot);
        } catch (RuntimeException e) {
            own.publishFailed();
            hideWhatIsShownNoMore();
            throw e;
        }
    }

    /** What was published before stays where a publish fails, but not at a lower privacy level. */
    private void hideWhatIsShownNoMore() {
        if (shownAt.compareTo(config().metrics().privacy()) > 0) {
            exposition.publish(List.of(), List::of);
            latest = StatusPage.empty(statusFacts(config()));
        }
    }

    private void show(FleetSnapshot snapshot) {
        InForce obeyed = inForce;
        ExporterConfig config = obeyed.config();
        FleetMetrics metrics = new FleetMetrics(config.findings(), config.metrics());
        ExporterFacts facts = facts(obeyed);
        Shown shown = metrics.of(snapshot, facts);
        exposition.publish(shown.families(), () -> metrics.of(snapshot, facts).families());
        shownAt = config.metrics().privacy();
        budget.published(shown.reduction());
        latest = StatusPage.of(snapshot, shown, statusFacts(config));
    }

    private ExporterFacts facts(InForce obeyed) {
        ExporterConfig config = obeyed.config();
        ExporterFacts facts = build.facts(config, config.http().isOpen(), obeyed.since());
        return obeyed.isLatest() ? facts : facts.afterRefusal();
    }

    private Page statusPage() {
        Moment moment = new Moment(clock.instant(), poller.untilNextTry());
        return new Page(latest.html(moment), StatusPage.STYLE_SOURCE);
    }

    private StatusFacts statusFacts(ExporterConfig config) {
        return new StatusFacts(
                build.version(),
                config.http().telemetryPath(),
                config.metrics().privacy(),
                config.routes(),
                config.api().tokens().keySet(),
                !config.findings().hosts().isEmpty(),
                config.findings().vcpuOvercommit());
    }
}
