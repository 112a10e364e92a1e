package io.github.ticryptexporter.endtoend;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/** Forwards scrapes as those of a Prometheus that knows nothing but the text format. */
final class TextOnlyProxy implements AutoCloseable {
    private final HttpServer server;
    private final Web exporter;

    private TextOnlyProxy(HttpServer server, Web exporter) {
        this.server = server;
        this.exporter = exporter;
    }

    static TextOnlyProxy before(Web exporter) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        TextOnlyProxy proxy = new TextOnlyProxy(server, exporter);
        server.createContext("/", proxy::forward);
        server.start();
        return proxy;
    }

    String authority() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void forward(HttpExchange exchange) throws IOException {
        HttpResponse<String> answer = exporter.get(exchange.getRequestURI().toString(), Web.TEXT);
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders()
                .add("Content-Type", answer.headers().firstValue("Content-Type").orElseThrow());
        exchange.sendResponseHeaders(answer.statusCode(), body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
