package io.github.ticryptexporter.identity;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.IntFunction;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/** A provider on a loopback port that answers request by request as it is told, and shows what it was sent. */
final class FakeProvider implements AutoCloseable {

    static {
        // Read once, when the first server is made; without it every answer costs the client's delayed acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final String scheme;
    private final IntFunction<Answer> answers;
    private final List<String> requests = new CopyOnWriteArrayList<>();

    /** One answer. */
    record Answer(int status, Map<String, String> headers, String body) {

        static Answer json(String body) {
            return new Answer(200, Map.of(), body);
        }

        /** A page of MonoCloud's list. */
        static Answer page(boolean hasNext, String... ids) {
            return json(monoCloudUsers(ids)).with("X-Pagination", "{\"has_next\":" + hasNext + "}");
        }

        Answer with(String header, String value) {
            return new Answer(status, Map.of(header, value), body);
        }
    }

    private FakeProvider(HttpServer server, String scheme, IntFunction<Answer> answers) {
        this.server = server;
        this.scheme = scheme;
        this.answers = answers;
    }

    /** @param answers by the number of the request, the first being 1 */
    static FakeProvider answering(IntFunction<Answer> answers) throws IOException {
        return started(HttpServer.create(anyPort(), 0), "http", answers);
    }

    /** The same behind TLS, for clients with a certificate alone. */
    static FakeProvider behind(SSLContext tls, IntFunction<Answer> answers) throws IOException {
        HttpsServer server = HttpsServer.create(anyPort(), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(tls) {
            @Override
            public void configure(HttpsParameters parameters) {
                SSLParameters wanted = tls.getDefaultSSLParameters();
                wanted.setNeedClientAuth(true);
                parameters.setSSLParameters(wanted);
            }
        });
        return started(server, "https", answers);
    }

    private static InetSocketAddress anyPort() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    private static FakeProvider started(HttpServer server, String scheme, IntFunction<Answer> answers) {
        FakeProvider provider = new FakeProvider(server, scheme, answers);
        server.createContext("/", provider::answer);
        server.start();
        return provider;
    }

    /** The accounts of these ids, each with an address made of it. */
    static String monoCloudUsers(String... ids) {
        return List.of(ids).stream()
                .map(
                        "{\"user_id\":\"%1$s\",\"disabled\":false,\"emails\":[{\"email\":\"%1$s@example.edu\"}]}"
                                ::formatted)
                .toList()
                .toString();
    }

    URI uri() {
        return URI.create(scheme + "://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Path and query of each request. */
    List<String> requests() {
        return List.copyOf(requests);
    }

    private void answer(HttpExchange exchange) throws IOException {
        requests.add(exchange.getRequestURI().toString());
        Answer answer = answers.apply(requests.size());
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
