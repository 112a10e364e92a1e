package io.github.ticryptexporter.http;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import java.net.InetSocketAddress;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Listens, answers and, when closed, lets the answers in flight finish. */
public final class HttpServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HttpServer.class);

    private final HttpSettings settings;
    private final Endpoints endpoints;
    private final Limits limits;
    private final Deadlines deadlines;
    private final Front front;
    private final Listeners listeners = new Listeners();
    private @Nullable Javalin javalin;

    /** Assigns only; {@link #start} opens the sockets. */
    public HttpServer(HttpSettings settings, Endpoints endpoints, HttpObserver observer) {
        this(settings, endpoints, new Limits(Bounds.DEFAULT, observer), System::nanoTime);
    }

    /** @param ticker nanoseconds that never go back */
    HttpServer(HttpSettings settings, Endpoints endpoints, Limits limits, LongSupplier ticker) {
        this.settings = settings;
        this.endpoints = endpoints;
        this.limits = limits;
        this.deadlines = new Deadlines(limits, ticker);
        this.front = new Front(new Scrapes(settings.telemetryPath(), endpoints.metrics()), limits, deadlines);
    }

    /** Loads the classes that any server needs, for a start that has something else to do first; opens nothing. */
    public static void load() {
        Javalin.create(config -> JettySetup.apply(config, Bounds.DEFAULT, 1))
                .jettyServer()
                .server();
    }

    /**
     * Listens on every address, or on none.
     *
     * @throws ListenException if an address cannot be bound; nothing is left open or running then
     */
    public void start() {
        Javalin starting = Javalin.create(this::configure);
        try {
            starting.start();
        } catch (RuntimeException e) {
            stop(starting);
            listeners.close();
            throw e;
        }
        deadlines.watch(starting.jettyServer().server().getScheduler());
        javalin = starting;
    }

    /** Obeys other settings. */
    public void obey(HttpSettings other) {
        if (!other.equals(settings)) {
            throw new IllegalStateException("not yet");
        }
    }

    /** Where it listens, in the order of the settings, with the ports that were really bound; empty before the start. */
    public List<InetSocketAddress> addresses() {
        return listeners.addresses();
    }

    /** How many connections are open. */
    public int connections() {
        return deadlines.connections();
    }

    /** How many requests are being answered, those for health apart. */
    public int requests() {
        return front.requests();
    }

    /** Closes the connections that took too long; without this call, within a second. */
    void closeOverdue() {
        deadlines.closeOverdue();
    }

    /** Refuses new connections at once and returns when the requests in flight are answered or 8 s have passed. */
    @Override
    public void close() {
        if (javalin != null) {
            listeners.hurryIdleConnections();
            stop(javalin);
            javalin = null;
        }
    }

    /** Not through Javalin, which logs a stack trace and throws when a request outlasts the drain. */
    private static void stop(Javalin javalin) {
        try {
            javalin.jettyServer().server().stop();
        } catch (TimeoutException e) {
            LOG.warn("stopped with requests or connections still open after {} ms", JettySetup.STOP_TIMEOUT_MILLIS);
        } catch (Exception e) {
            throw new IllegalStateException("cannot stop the server", e);
        }
    }

    private void configure(JavalinConfig config) {
        JettySetup.apply(config, limits.bounds(), settings.listenAddresses().size());
        config.jetty.modifyServer(this::configure);
        settings.listenAddresses()
                .forEach(address -> config.jetty.addConnector((server, http) -> open(server, http, address)));
        new Routes(endpoints).register(config.routes);
        Failures.register(config);
    }

    private void configure(Server server) {
        Set<String> paths = new HashSet<>(Routes.PATHS);
        paths.add(settings.telemetryPath());
        server.addBean(new ConnectionLimit(server, limits));
        server.setRequestLog(new RequestObserver(paths, limits));
        server.setHandler(front);
    }

    private ServerConnector open(Server server, HttpConfiguration http, InetSocketAddress address) {
        ServerConnector connector = listeners.open(server, http, address);
        connector.setIdleTimeout(limits.bounds().idle().toMillis());
        connector.addBean(deadlines);
        return connector;
    }
}
