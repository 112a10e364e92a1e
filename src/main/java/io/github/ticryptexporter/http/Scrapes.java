package io.github.ticryptexporter.http;

import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Fields;

/**
 * The telemetry path, straight on Jetty: the way through the router costs more than all else of a scrape, and holds a
 * thread while the answer is read.
 */
final class Scrapes {
    private static final Set<String> METHODS = Set.of("GET", "HEAD");

    private final MetricsResponder responder;

    Scrapes(MetricsResponder responder) {
        this.responder = responder;
    }

    /** Never waits: what is not at hand is made by a thread of the pool. */
    void answer(Exchange exchange) {
        if (METHODS.contains(exchange.request().getMethod())) {
            Failures.guard(exchange, () -> scrape(exchange));
        } else {
            exchange.response().getHeaders().put(HttpHeader.ALLOW, "GET, HEAD");
            Reply.inWords(405).send(exchange);
        }
    }

    private void scrape(Exchange exchange) {
        MetricsRequest asked = asked(exchange.request());
        Optional<MetricsBody> atOnce = responder.atOnce(asked);
        if (atOnce.isPresent()) {
            send(exchange, atOnce.get());
        } else {
            exchange.later(() -> send(exchange, responder.respond(asked)));
        }
    }

    private static void send(Exchange exchange, MetricsBody body) {
        HttpFields.Mutable headers = exchange.response().getHeaders();
        headers.put(HttpHeader.CONTENT_TYPE, body.contentType());
        headers.put(HttpHeader.VARY, "Accept, Accept-Encoding");
        if (!body.contentEncoding().isEmpty()) {
            headers.put(HttpHeader.CONTENT_ENCODING, body.contentEncoding());
        }
        headers.put(Reply.NO_SNIFFING);
        headers.put(HttpHeader.CONTENT_LENGTH, body.length());
        if (exchange.request().getMethod().equals("HEAD")) {
            exchange.callback().succeeded();
        } else {
            BodySender.send(exchange, body.parts());
        }
    }

    private static MetricsRequest asked(Request request) {
        HttpFields headers = request.getHeaders();
        return new MetricsRequest(
                String.join(", ", headers.getValuesList(HttpHeader.ACCEPT)),
                String.join(", ", headers.getValuesList(HttpHeader.ACCEPT_ENCODING)),
                names(request));
    }

    private static Set<String> names(Request request) {
        Fields.Field names = Request.extractQueryParameters(request).get("name[]");
        return names == null ? Set.of() : Set.copyOf(names.getValues());
    }
}
