package io.github.ticryptexporter;

import io.github.ticryptexporter.exposition.Body;
import io.github.ticryptexporter.exposition.Exposition;
import io.github.ticryptexporter.exposition.ScrapeRequest;
import io.github.ticryptexporter.http.MetricsBody;
import io.github.ticryptexporter.http.MetricsRequest;
import io.github.ticryptexporter.http.MetricsResponder;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Hands the server's scrapes to the exposition; neither knows the other.
 *
 * @param ready done when there is something to show; a scrape that comes earlier waits
 */
record ServedExposition(Exposition exposition, CompletableFuture<Void> ready) implements MetricsResponder {

    @Override
    public MetricsBody respond(MetricsRequest request) {
        ready.join();
        return body(exposition.scrape(asked(request)));
    }

    @Override
    public Optional<MetricsBody> atOnce(MetricsRequest request) {
        return ready.isDone() ? exposition.scrapeAtOnce(asked(request)).map(ServedExposition::body) : Optional.empty();
    }

    private static ScrapeRequest asked(MetricsRequest request) {
        return new ScrapeRequest(request.accept(), request.acceptEncoding(), request.names());
    }

    private static MetricsBody body(Body body) {
        return new MetricsBody(body.contentType(), body.contentEncoding(), body.parts());
    }
}
