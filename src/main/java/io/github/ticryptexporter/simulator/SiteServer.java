package io.github.ticryptexporter.simulator;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The site's web server: which path goes where, and what every answer has in common. */
final class SiteServer {
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final int MOST_THREADS = 24;
    private static final int IDLE_MILLIS = 60_000;

    private final Endpoints endpoints;
    private final ProviderEndpoints providers;
    private final ControlRoutes control;
    private final SimulatedSite site;

    SiteServer(Endpoints endpoints, ProviderEndpoints providers, ControlRoutes control, SimulatedSite site) {
        this.endpoints = endpoints;
        this.providers = providers;
        this.control = control;
        this.site = site;
    }

    /**
     * Listens.
     *
     * @throws UncheckedIOException naming the address when it cannot be listened on
     */
    Javalin start(InetSocketAddress address) {
        return server(address).start();
    }

    /** Binds before Jetty starts, whose own word on a port in use would come before ours. */
    private static ServerConnector open(Server server, HttpConfiguration http, InetSocketAddress address) {
        ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http));
        String host = address.getAddress().getHostAddress();
        connector.setHost(host);
        connector.setPort(address.getPort());
        try {
            connector.open();
            return connector;
        } catch (IOException e) {
            String text = (host.contains(":") ? "[" + host + "]" : host) + ":" + address.getPort();
            throw new UncheckedIOException(
                    "cannot listen on " + text
                            + ": the port is in use or not allowed; choose another with --web.listen-address",
                    e);
        }
    }

    private Javalin server(InetSocketAddress address) {
        return Javalin.create(config -> {
            keepQuiet(config);
            config.jetty.addConnector((server, http) -> open(server, http, address));
            config.jetty.threadPool = new QueuedThreadPool(MOST_THREADS, 2, IDLE_MILLIS);
            config.http.compressionStrategy = CompressionStrategy.NONE;
            config.jetty.modifyHttpConfiguration(http -> {
                http.setUriCompliance(UriCompliance.DEFAULT);
                http.setSendDateHeader(false);
            });
            config.jetty.modifyServer(server -> server.setErrorHandler(new PlainErrorHandler(this::date)));
            config.jetty.modifyServletContextHandler(
                    context -> context.setErrorHandler(new PlainErrorHandler(this::date)));
            route(config);
        });
    }

    private static void keepQuiet(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        // It keeps a failed JVM alive for seconds.
        config.startup.startupWatcherEnabled = false;
    }

    private void route(JavalinConfig config) {
        config.routes.before(this::greet);
        for (Route route : Route.values()) {
            config.routes.addHttpHandler(route.method(), route.path, context -> endpoints.handle(route, context));
        }
        for (ProviderRoute route : ProviderRoute.values()) {
            config.routes.addHttpHandler(HandlerType.GET, route.path(), context -> providers.handle(route, context));
        }
        config.routes.addHttpHandler(HandlerType.GET, ControlRoutes.SCENARIO, control::show);
        config.routes.addHttpHandler(HandlerType.PUT, ControlRoutes.SCENARIO, control::change);
        config.routes.exception(
                HttpResponseException.class,
                (refusal, context) -> answer(context, refusal.getStatus(), "no such route, or no such request"));
        config.routes.exception(Exception.class, (failure, context) -> answer(context, 500, "unexpected server error"));
    }

    private static void answer(Context context, int status, String message) {
        context.status(status)
                .contentType("application/json")
                .result(Json.MAPPER.createObjectNode().put("message", message).toString());
    }

    private void greet(Context context) {
        context.header("Date", date());
        site.tellListeners(recorded(context));
    }

    private String date() {
        return HTTP_DATE.format(site.date());
    }

    private static RecordedRequest recorded(Context context) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        for (String name : Collections.list(context.req().getHeaderNames())) {
            headers.put(
                    name.toLowerCase(Locale.ROOT),
                    Collections.list(context.req().getHeaders(name)));
        }
        return new RecordedRequest(
                context.method().name(),
                context.req().getRequestURI(),
                context.req().getQueryString(),
                headers,
                context.body());
    }
}
