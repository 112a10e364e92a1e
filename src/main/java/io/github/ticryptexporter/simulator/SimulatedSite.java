package io.github.ticryptexporter.simulator;

import io.github.ticryptexporter.simulator.wire.Fleet;
import io.javalin.Javalin;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A made-up tiCrypt site that answers the REST API on a loopback port: every documented route, on a fleet in motion; and
 * beside it the lists of accounts of two identity providers.
 *
 * <p>The fleet begins at {@link #start()} and lives on the given clock, one tick a second; it moves when somebody looks, so a
 * clock that stands still stops it. Seed, scale and number of ticks decide everything but what requests, edits and scenarios
 * change. All methods may be called from any thread.
 */
public final class SimulatedSite implements AutoCloseable {

    /** The header that carries Allthenticate's key here; what it is called there, no document says. */
    public static final String ALLTHENTICATE_HEADER = ProviderRoute.ALLTHENTICATE.header;

    private final SimulatorSettings settings;
    private final InstantSource clock;
    private final Census census;
    private final List<SimulatedHost> hosts;
    private final Tokens tokens;
    private final ProviderKeys providerKeys;
    private final Faults faults;
    private final List<Consumer<RecordedRequest>> listeners = new CopyOnWriteArrayList<>();
    private final CountDownLatch closing = new CountDownLatch(1);

    private volatile Duration dateSkew = Duration.ZERO;
    private volatile @Nullable LiveWorld live;
    private volatile @Nullable Javalin server;

    public SimulatedSite(SimulatorSettings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
        this.census = Census.of(settings.scale());
        this.hosts = Hosts.of(census);
        this.tokens = new Tokens(settings.seed());
        this.providerKeys = new ProviderKeys(settings.seed());
        this.faults = new Faults(settings.seed());
    }

    /**
     * Makes the fleet and begins to answer; once only.
     *
     * @throws java.io.UncheckedIOException naming the address when it cannot be listened on
     */
    public void start() {
        if (live != null) {
            throw new IllegalStateException("the simulated site was started before");
        }
        Origin origin = new Origin(settings.seed(), census, hosts, clock.millis());
        LiveWorld world = new LiveWorld(origin, clock, settings.scenario());
        live = world;
        faults.scenario(settings.scenario());
        Authentication authentication = new Authentication(tokens, world::scenario);
        Sender sender = new Sender(closing);
        Endpoints endpoints = new Endpoints(world, authentication, faults, sender);
        ProviderEndpoints providers = new ProviderEndpoints(world, providerKeys, faults, sender);
        server = new SiteServer(endpoints, providers, new ControlRoutes(this), this).start(settings.listenAddress());
    }

    /** Where the API is, without a slash at the end, such as {@code http://127.0.0.1:10918}. */
    public URI uri() {
        String host = settings.listenAddress().getAddress().getHostAddress();
        return URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port());
    }

    /** The port it listens on. */
    public int port() {
        Javalin running = server;
        if (running == null) {
            throw new IllegalStateException("the simulated site has no port before it is started");
        }
        return running.port();
    }

    /** {@code drive} for the read-only token of that type, {@code drive.full} for the full one, and so for each type. */
    public Map<String, String> tokens() {
        return tokens.byLabel();
    }

    /** The keys of the identity providers: {@code monocloud} and {@code allthenticate}. */
    public Map<String, String> identityKeys() {
        return providerKeys.byLabel();
    }

    /** Where an identity provider is, {@code monocloud} or {@code allthenticate}; without a slash at the end. */
    public URI identityUri(String provider) {
        return URI.create(uri() + ProviderRoute.PREFIX + provider);
    }

    /** The hosts under the fleet, which the API does not show. */
    public List<SimulatedHost> hosts() {
        return hosts;
    }

    public Scenario scenario() {
        return live().scenario();
    }

    /** Undoes the present scenario and begins the given one; does nothing when it is on already. */
    public void scenario(Scenario scenario) {
        live().play(scenario);
        faults.scenario(scenario);
    }

    /** Lets a test change the fleet in place, at the present tick; the change is seen by the next request. */
    public void edit(Consumer<Fleet> change) {
        LiveWorld world = live();
        world.atNow(() -> {
            change.accept(world.world().fleet);
            world.world().takeStock();
            return change;
        });
    }

    /**
     * How many VMs there are from now on while the site is calm, as a share of those it began with: more by day, fewer by
     * night. The number follows within an hour or so, for VMs start and stop one by one; it is 1 until it is told.
     */
    public void crowd(double share) {
        LiveWorld world = live();
        world.atNow(() -> world.world().crowd = share);
    }

    /** Calls back for each request, before it is answered and on the thread that answers it. */
    public void onRequest(Consumer<RecordedRequest> listener) {
        listeners.add(listener);
    }

    /** Spoils all answers of a path of the API, given as the client sends it, until {@link #heal()}. */
    public void fault(String path, Fault fault) {
        faults.set(path, fault);
    }

    /** Takes back every fault and the skew of the clock. */
    public void heal() {
        faults.clear();
        dateSkew = Duration.ZERO;
    }

    /** Moves the Date header of every answer against the clock; forward when positive. */
    public void dateSkew(Duration skew) {
        dateSkew = skew;
    }

    void tellListeners(RecordedRequest request) {
        listeners.forEach(listener -> listener.accept(request));
    }

    Instant date() {
        return clock.instant().plus(dateSkew);
    }

    /** Stops answering; requests that wait on a fault end at once. */
    @Override
    public void close() {
        closing.countDown();
        Javalin running = server;
        if (running != null) {
            running.stop();
        }
    }

    private LiveWorld live() {
        LiveWorld world = live;
        if (world == null) {
            throw new IllegalStateException("the simulated site has no fleet before it is started");
        }
        return world;
    }
}
