package io.github.ticryptexporter.http;

import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.config.JavalinState;
import io.javalin.http.servlet.JavalinServlet;
import io.javalin.http.servlet.ServletEntry;
import java.util.concurrent.LinkedBlockingQueue;
import kotlin.LazyKt;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** Where Javalin's and Jetty's defaults do not suit a small daemon, and why. */
final class JettySetup {
    /** A scrape copies bytes; two scrapers and a person are a crowd. */
    private static final int THREADS = 8;

    /** An acceptor and a selector each hold a thread for good. */
    private static final int THREADS_PER_FURTHER_LISTENER = 2;

    private static final int MIN_THREADS = 2;
    private static final int THREAD_IDLE_MILLIS = 60_000;
    private static final int MAX_REQUEST_HEADER_BYTES = 8 * 1024;

    /** A client that sends a header byte a second holds its connection for ever; this bounds how many such there are. */
    private static final int MAX_CONNECTIONS = 64;

    /** Shorter than the ten seconds that service managers and container runtimes commonly wait. */
    static final long STOP_TIMEOUT_MILLIS = 8_000;

    private JettySetup() {}

    static void apply(JavalinConfig config, int listeners) {
        startup(config);
        // The router would compress each answer anew; expositions come compressed.
        config.http.compressionStrategy = CompressionStrategy.NONE;
        config.http.prefer405over404 = true;
        config.router.ignoreTrailingSlashes = false;
        config.jetty.threadPool = threadPool(listeners);
        config.jetty.modifyHttpConfiguration(JettySetup::http);
        config.jetty.modifyServer(JettySetup::server);
        config.jetty.modifyServletContextHandler(context -> context.setErrorHandler(new PlainErrors()));
        plainServlet(config.unsafe);
    }

    /** Javalin's own servlet opens a session for every stranger that sends a WebSocket header, and keeps it. */
    private static void plainServlet(JavalinState state) {
        state.servlet = LazyKt.lazy(() -> new ServletEntry(null, new JavalinServlet(state)));
    }

    private static void startup(JavalinConfig config) {
        // A thread of its own, not a daemon, that sleeps for five seconds: it would outlive a failed start.
        config.startup.startupWatcherEnabled = false;
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
    }

    private static QueuedThreadPool threadPool(int listeners) {
        int threads = THREADS + THREADS_PER_FURTHER_LISTENER * (listeners - 1);
        // Jetty's own queue starts the platform's MBean server to learn the size of a cache line.
        QueuedThreadPool pool =
                new QueuedThreadPool(threads, MIN_THREADS, THREAD_IDLE_MILLIS, new LinkedBlockingQueue<>());
        pool.setName("http");
        return pool;
    }

    private static void http(HttpConfiguration http) {
        // Javalin's choice, LEGACY, lets // and encoded slashes reach the routes.
        http.setUriCompliance(UriCompliance.DEFAULT);
        http.setSendServerVersion(false);
        http.setRequestHeaderSize(MAX_REQUEST_HEADER_BYTES);
    }

    private static void server(Server server) {
        server.addBean(new NetworkConnectionLimit(MAX_CONNECTIONS, server));
        server.setErrorHandler(new PlainErrors());
        // Javalin's choice, 0, cuts off the requests in flight.
        server.setStopTimeout(STOP_TIMEOUT_MILLIS);
    }
}
