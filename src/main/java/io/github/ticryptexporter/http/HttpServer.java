package io.github.ticryptexporter.http;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Listens, answers and, when closed, lets the answers in flight finish. */
public final class HttpServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HttpServer.class);

    private final HttpSettings settings;
    private final Endpoints endpoints;
    private final Consumer<FinishedRequest> observer;
    private final Listeners listeners = new Listeners();
    private @Nullable Javalin javalin;

    /**
     * Assigns only; {@link #start} opens the sockets.
     *
     * @param observer told of each request after its answer was written, by several threads at once
     */
    public HttpServer(HttpSettings settings, Endpoints endpoints, Consumer<FinishedRequest> observer) {
        this.settings = settings;
        this.endpoints = endpoints;
        this.observer = observer;
    }

    /** Loads the classes that any server needs, for a start that has something else to do first; opens nothing. */
    public static void load() {
        Javalin.create(config -> JettySetup.apply(config, 1)).jettyServer().server();
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
        javalin = starting;
    }

    /** Where it listens, in the order of the settings, with the ports that were really bound; empty before the start. */
    public List<InetSocketAddress> addresses() {
        return listeners.addresses();
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
        Routes routes = new Routes(settings.telemetryPath(), endpoints);
        RequestObserver requestLog = new RequestObserver(routes.paths(), observer);
        JettySetup.apply(config, settings.listenAddresses().size());
        config.jetty.modifyServer(server -> server.setRequestLog(requestLog));
        settings.listenAddresses()
                .forEach(address -> config.jetty.addConnector((server, http) -> listeners.open(server, http, address)));
        routes.register(config.routes);
        Failures.register(config);
    }
}
