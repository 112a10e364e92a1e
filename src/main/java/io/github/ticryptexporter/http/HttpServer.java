package io.github.ticryptexporter.http;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Server;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Listens, answers and, when closed, lets the answers in flight finish. */
public final class HttpServer implements AutoCloseable {
    /** What requests in flight have to end; shorter than the ten seconds that service managers and containers commonly wait. */
    public static final long STOP_TIMEOUT_MILLIS = 8_000;

    private static final Logger LOG = LoggerFactory.getLogger(HttpServer.class);

    private final LongSupplier ticker;
    private final InForce inForce;
    private final Endpoints endpoints;
    private final Limits limits;
    private final Connections connections;
    private final Front front;
    private final Listeners listeners = new Listeners();
    private final PasswordChecks passwords = new PasswordChecks();
    private final HttpConfiguration http = JettySetup.http();
    private @Nullable Javalin javalin;

    /** Assigns only; {@link #start} opens the sockets. */
    public HttpServer(HttpSettings settings, Endpoints endpoints, HttpObserver observer) {
        this(settings, endpoints, new Limits(Bounds.DEFAULT, observer), System::nanoTime);
    }

    /** @param ticker nanoseconds that never go back */
    HttpServer(HttpSettings settings, Endpoints endpoints, Limits limits, LongSupplier ticker) {
        this.ticker = ticker;
        this.inForce = new InForce(Rules.of(settings, null, ticker));
        this.endpoints = endpoints;
        this.limits = limits;
        this.connections = new Connections(limits, ticker);
        this.front =
                new Front(inForce, limits, connections, new Authenticator(passwords), new Scrapes(endpoints.metrics()));
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
    public synchronized void start() {
        Javalin starting = Javalin.create(this::configure);
        try {
            starting.start();
        } catch (RuntimeException e) {
            stop(starting);
            listeners.close();
            throw e;
        }
        connections.watch(starting.jettyServer().server().getScheduler());
        javalin = starting;
    }

    /**
     * Obeys other settings from now on: requests that come, on whatever connection, are judged by them, answers in flight
     * are finished, and addresses that are in both keep their sockets.
     *
     * @param first runs before anybody is let in by these settings, and after what may fail
     * @throws ListenException if an address cannot be bound; the settings before stay in force then, as they do when {@code
     *     first} throws
     */
    public synchronized void obey(HttpSettings settings, Runnable first) {
        Rules rules = Rules.of(settings, inForce.rules(), ticker);
        if (javalin == null) {
            first.run();
            inForce.set(rules);
        } else {
            Server server = javalin.jettyServer().server();
            Runnable change = () -> inForce.set(rules);
            listeners.move(settings.listenAddresses(), address -> listener(server, address), first, change);
        }
    }

    /** Where it listens, in the order of the settings, with the ports that were really bound; empty before the start. */
    public List<InetSocketAddress> addresses() {
        return listeners.addresses();
    }

    /** How many connections are open. */
    public int connections() {
        return connections.number();
    }

    /** How many requests are being answered, those for health apart. */
    public int requests() {
        return front.requests();
    }

    /** Closes the connections that took too long; without this call, within a second. */
    void closeOverdue() {
        connections.closeOverdue();
    }

    /** Refuses new connections at once and returns when the requests in flight are answered or 8 s have passed. */
    @Override
    public void close() {
        Javalin running = taken();
        if (running != null) {
            listeners.hurryIdleConnections();
            stop(running);
            passwords.close();
        }
    }

    /** Not stopped in here, for a request in flight may be about to call {@link #obey}. */
    private synchronized @Nullable Javalin taken() {
        Javalin running = javalin;
        javalin = null;
        return running;
    }

    /** Not through Javalin, which logs a stack trace and throws when a request outlasts the drain. */
    private static void stop(Javalin javalin) {
        try {
            javalin.jettyServer().server().stop();
        } catch (TimeoutException e) {
            LOG.warn("stopped with requests or connections still open after {} ms", STOP_TIMEOUT_MILLIS);
        } catch (Exception e) {
            throw new IllegalStateException("cannot stop the server", e);
        }
    }

    private void configure(JavalinConfig config) {
        List<InetSocketAddress> addresses = inForce.rules().settings().listenAddresses();
        JettySetup.apply(config, limits.bounds(), addresses.size());
        config.jetty.modifyServletContextHandler(context -> context.setErrorHandler(new PlainErrors(inForce)));
        config.jetty.modifyServer(this::configure);
        addresses.forEach(address -> config.jetty.addConnector((server, unused) -> open(server, address)));
        new Routes(endpoints, inForce).register(config.routes);
        Failures.register(config);
    }

    private void configure(Server server) {
        server.setRequestLog(new RequestObserver(inForce, limits));
        server.setErrorHandler(new PlainErrors(inForce));
        server.setHandler(front);
    }

    /** Binds before Jetty starts, so that a failure names its address and leaves no thread behind. */
    private ListeningSocket open(Server server, InetSocketAddress address) {
        ListeningSocket listener = listener(server, address).bind();
        listeners.add(listener);
        return listener;
    }

    private ListeningSocket listener(Server server, InetSocketAddress address) {
        ListeningSocket listener = new ListeningSocket(server, address, new Protocols(http, inForce, limits));
        listener.setIdleTimeout(limits.bounds().idle().toMillis());
        listener.addBean(connections);
        return listener;
    }
}
