package io.github.ticryptexporter.bench;

import io.javalin.Javalin;

/** The peer of the start: the exporter's HTTP server with one route and nothing behind it. */
final class EmptyServer {

    private EmptyServer() {}

    /** Listens on the port of loopback that is given. */
    public static void main(String[] arguments) {
        Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    config.routes.get("/metrics", context -> context.result("# EOF\n"));
                })
                .start("127.0.0.1", Integer.parseInt(arguments[0]));
    }
}
