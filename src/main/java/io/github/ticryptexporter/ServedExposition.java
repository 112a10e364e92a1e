package io.github.ticryptexporter;

import io.github.ticryptexporter.exposition.Body;
import io.github.ticryptexporter.exposition.Exposition;
import io.github.ticryptexporter.exposition.ScrapeRequest;
import io.github.ticryptexporter.http.MetricsBody;
import io.github.ticryptexporter.http.MetricsRequest;
import io.github.ticryptexporter.http.MetricsResponder;
import java.util.Optional;

/** Hands the server's scrapes to the exposition; neither knows the other. */
record ServedExposition(Exposition exposition) implements MetricsResponder {

    @Override
    public MetricsBody respond(MetricsRequest request) {
        return body(exposition.scrape(asked(request)));
    }

    @Override
    public Optional<MetricsBody> atOnce(MetricsRequest request) {
        return exposition.scrapeAtOnce(asked(request)).map(ServedExposition::body);
    }

    private static ScrapeRequest asked(MetricsRequest request) {
        return new ScrapeRequest(request.accept(), request.acceptEncoding(), request.names());
    }

    private static MetricsBody body(Body body) {
        return new MetricsBody(body.contentType(), body.contentEncoding(), body.parts());
    }
}
