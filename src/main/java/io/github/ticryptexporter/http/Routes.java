package io.github.ticryptexporter.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.util.Set;

/** The paths beside the telemetry path and what each answers; all take GET and HEAD, but for the reload, which takes POST. */
final class Routes {
    private static final String LANDING_PAGE = "/";
    private static final String HEALTHY = "/-/healthy";
    private static final String READY = "/-/ready";
    private static final String CONFIG = "/-/config";
    private static final String RELOAD = "/-/reload";

    /** What an orchestrator asks, and restarts or takes out of service whoever is late. */
    static final Set<String> HEALTH = Set.of(HEALTHY, READY);

    /** All of them. */
    static final Set<String> PATHS = Set.of(LANDING_PAGE, HEALTHY, READY, CONFIG, RELOAD);

    /** The page styles itself; it runs nothing, loads nothing, posts nothing and is framed by nobody. */
    private static final String PAGE_POLICY =
            "default-src 'none'; style-src %s; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final Endpoints endpoints;
    private final InForce inForce;

    Routes(Endpoints endpoints, InForce inForce) {
        this.endpoints = endpoints;
        this.inForce = inForce;
    }

    void register(RoutesConfig routes) {
        get(routes, LANDING_PAGE, this::landingPage);
        get(routes, HEALTHY, ctx -> Reply.text(200, "healthy").send(ctx));
        get(routes, READY, this::ready);
        get(routes, CONFIG, this::effectiveConfig);
        routes.post(RELOAD, this::reload);
    }

    /** The router answers HEAD by itself, but with a length of 0. */
    private static void get(RoutesConfig routes, String path, Handler handler) {
        routes.get(path, handler);
        routes.head(path, handler);
    }

    private void landingPage(Context ctx) throws IOException {
        Page page = endpoints.landingPage().get();
        putIfAbsent(ctx, "Content-Security-Policy", PAGE_POLICY.formatted(page.styleSource()));
        putIfAbsent(ctx, "X-Frame-Options", "DENY");
        putIfAbsent(ctx, "Referrer-Policy", "no-referrer");
        ctx.header("Cache-Control", "no-store");
        new Reply(200, "text/html;charset=utf-8", page.html()).send(ctx);
    }

    /** What the web configuration says comes first. */
    private static void putIfAbsent(Context ctx, String header, String value) {
        if (!ctx.res().containsHeader(header)) {
            ctx.header(header, value);
        }
    }

    private void ready(Context ctx) throws IOException {
        boolean ready = endpoints.ready().getAsBoolean();
        (ready ? Reply.text(200, "ready") : Reply.text(503, "not ready: a source has neither answered nor failed yet"))
                .send(ctx);
    }

    /** A refusal is the server's trouble and not the request's, as with Prometheus's own path of this name. */
    private void reload(Context ctx) throws IOException {
        if (!inForce.rules().settings().lifecycle()) {
            Reply.text(403, "reloading by request is off; --web.enable-lifecycle switches it on, SIGHUP works without")
                    .send(ctx);
            return;
        }
        if (isFromElsewhere(ctx)) {
            Reply.text(403, "a page of another site may not ask for this").send(ctx);
            return;
        }
        Reloaded reloaded = endpoints.reload().get();
        Reply.text(reloaded.isTaken() ? 200 : 500, reloaded.text()).send(ctx);
    }

    /** Browsers say so themselves, and send what they know of this server's credentials along. */
    private static boolean isFromElsewhere(Context ctx) {
        String site = ctx.header("Sec-Fetch-Site");
        return site != null && !site.equals("same-origin") && !site.equals("none");
    }

    private void effectiveConfig(Context ctx) throws IOException {
        new Reply(200, "text/yaml;charset=utf-8", endpoints.effectiveConfig().get()).send(ctx);
    }
}
