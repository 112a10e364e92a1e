package io.github.ticryptexporter.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** Whom Alertmanager tells: every receiver has an address of its own below this one, and what it is told is kept. */
final class Webhooks implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final List<Told> told = new CopyOnWriteArrayList<>();

    private Webhooks(HttpServer server) {
        this.server = server;
    }

    private record Told(String receiver, boolean isOver, RaisedAlert alert) {}

    static Webhooks start() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        Webhooks webhooks = new Webhooks(server);
        server.createContext("/", webhooks::take);
        server.start();
        return webhooks;
    }

    URI base() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Of a site, what was told to fire: name, severity and receiver, with blanks between. */
    Set<String> told(String site) {
        return told(site, false);
    }

    /** Of a site, what was told to be over. */
    Set<String> toldOver(String site) {
        return told(site, true);
    }

    private Set<String> told(String site, boolean isOver) {
        return told.stream()
                .filter(message -> message.alert().site().equals(site) && message.isOver() == isOver)
                .map(message -> message.alert().nameAndSeverity() + " " + message.receiver())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void take(HttpExchange exchange) throws IOException {
        String receiver = exchange.getRequestURI().getPath().substring(1);
        for (JsonNode alert : JSON.readTree(exchange.getRequestBody()).path("alerts")) {
            boolean isOver = alert.path("status").asText().equals("resolved");
            told.add(new Told(receiver, isOver, RaisedAlert.of(alert.path("labels"))));
        }
        exchange.sendResponseHeaders(200, -1);
        exchange.close();
    }
}
