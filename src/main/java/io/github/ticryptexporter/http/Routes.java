package io.github.ticryptexporter.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.ContentTooLargeResponse;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.util.Collections;
import java.util.Set;

/** The paths served and what each answers; all take GET and HEAD, and nothing takes a body. */
final class Routes {
    private static final String LANDING_PAGE = "/";
    private static final String HEALTHY = "/-/healthy";
    private static final String READY = "/-/ready";
    private static final String CONFIG = "/-/config";

    private static final int MAX_REQUEST_BODY_BYTES = 1024;

    /** The page styles itself; it runs nothing, loads nothing, posts nothing and is framed by nobody. */
    private static final String PAGE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; "
            + "form-action 'none'; frame-ancestors 'none'";

    private final String telemetryPath;
    private final Endpoints endpoints;

    Routes(String telemetryPath, Endpoints endpoints) {
        this.telemetryPath = telemetryPath;
        this.endpoints = endpoints;
    }

    Set<String> paths() {
        return Set.of(telemetryPath, LANDING_PAGE, HEALTHY, READY, CONFIG);
    }

    void register(RoutesConfig routes) {
        routes.before(Routes::refuseBody);
        get(routes, telemetryPath, this::metrics);
        get(routes, LANDING_PAGE, this::landingPage);
        get(routes, HEALTHY, ctx -> Reply.text(200, "healthy").send(ctx));
        get(routes, READY, this::ready);
        get(routes, CONFIG, this::effectiveConfig);
    }

    /** The router answers HEAD by itself, but with a length of 0. */
    private static void get(RoutesConfig routes, String path, Handler handler) {
        routes.get(path, handler);
        routes.head(path, handler);
    }

    private static void refuseBody(Context ctx) {
        if (ctx.req().getContentLengthLong() > MAX_REQUEST_BODY_BYTES) {
            ctx.header("Connection", "close");
            throw new ContentTooLargeResponse();
        }
    }

    private void metrics(Context ctx) throws IOException {
        MetricsBody body = endpoints.metrics().respond(request(ctx));
        ctx.header("Vary", "Accept, Accept-Encoding");
        if (!body.contentEncoding().isEmpty()) {
            ctx.header("Content-Encoding", body.contentEncoding());
        }
        new Reply(200, body.contentType(), body.length(), body.content()).send(ctx);
    }

    private static MetricsRequest request(Context ctx) {
        return new MetricsRequest(
                joined(ctx, "Accept"), joined(ctx, "Accept-Encoding"), Set.copyOf(ctx.queryParams("name[]")));
    }

    private static String joined(Context ctx, String header) {
        return String.join(", ", Collections.list(ctx.req().getHeaders(header)));
    }

    private void landingPage(Context ctx) throws IOException {
        ctx.header("Content-Security-Policy", PAGE_POLICY);
        ctx.header("X-Frame-Options", "DENY");
        ctx.header("Referrer-Policy", "no-referrer");
        Reply.of(200, "text/html;charset=utf-8", endpoints.landingPage().get()).send(ctx);
    }

    private void ready(Context ctx) throws IOException {
        boolean ready = endpoints.ready().getAsBoolean();
        (ready ? Reply.text(200, "ready") : Reply.text(503, "not ready: a source has neither answered nor failed yet"))
                .send(ctx);
    }

    private void effectiveConfig(Context ctx) throws IOException {
        Reply.of(200, "text/yaml;charset=utf-8", endpoints.effectiveConfig().get())
                .send(ctx);
    }
}
