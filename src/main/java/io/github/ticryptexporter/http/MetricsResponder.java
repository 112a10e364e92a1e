package io.github.ticryptexporter.http;

/** Answers scrapes; called by several threads at once. */
@FunctionalInterface
public interface MetricsResponder {
    MetricsBody respond(MetricsRequest request);
}
