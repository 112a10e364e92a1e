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
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** Where Javalin's and Jetty's defaults do not suit a small daemon, and why. */
final class JettySetup {
    /** Beside one for each request let in: an acceptor, two selectors, health, opening and closing connections. */
    private static final int FURTHER_THREADS = 8;

    private static final int MIN_THREADS = 2;
    private static final int THREAD_IDLE_MILLIS = 60_000;

    private JettySetup() {}

    static void apply(JavalinConfig config, Bounds bounds, int listeners) {
        startup(config);
        // The router would compress each answer anew; expositions come compressed.
        config.http.compressionStrategy = CompressionStrategy.NONE;
        config.http.prefer405over404 = true;
        config.router.ignoreTrailingSlashes = false;
        config.jetty.threadPool = threadPool(bounds.requests() + FURTHER_THREADS, listeners);
        config.jetty.modifyServer(JettySetup::server);
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

    private static QueuedThreadPool threadPool(int threads, int listeners) {
        int most = threads + ListeningSocket.THREADS * (listeners - 1);
        // Jetty's own queue starts the platform's MBean server to learn the size of a cache line.
        QueuedThreadPool pool =
                new QueuedThreadPool(most, MIN_THREADS, THREAD_IDLE_MILLIS, new LinkedBlockingQueue<>());
        // Kept for handlers that wait; the one here does not.
        pool.setReservedThreads(0);
        pool.setName("http");
        return pool;
    }

    /** Lets listeners come while others are still there. */
    static void makeRoom(Server server, int listeners) {
        if (server.getThreadPool() instanceof QueuedThreadPool pool) {
            pool.setMaxThreads(pool.getMaxThreads() + ListeningSocket.THREADS * listeners);
        }
    }

    static HttpConfiguration http() {
        HttpConfiguration http = new HttpConfiguration();
        // Javalin's choice, LEGACY, lets // and encoded slashes reach the routes.
        http.setUriCompliance(UriCompliance.DEFAULT);
        http.setSendServerVersion(false);
        http.setRequestHeaderSize(Bounds.HEADER_BYTES);
        return http;
    }

    private static void server(Server server) {
        // Javalin's choice, 0, cuts off the requests in flight.
        server.setStopTimeout(HttpServer.STOP_TIMEOUT_MILLIS);
    }
}
