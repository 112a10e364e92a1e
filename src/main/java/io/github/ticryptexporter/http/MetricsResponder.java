package io.github.ticryptexporter.http;

import java.util.Optional;

/** Answers scrapes; called by several threads at once. */
@FunctionalInterface
public interface MetricsResponder {

    /** The answer, however long it takes to make. */
    MetricsBody respond(MetricsRequest request);

    /** The answer where it is at hand; empty where it would have to be made or waited for. */
    default Optional<MetricsBody> atOnce(MetricsRequest request) {
        return Optional.empty();
    }
}
