package io.github.ticryptexporter.http;

import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * What there is to serve; every part is asked anew for each request, by several threads at once.
 *
 * @param metrics answers the telemetry path
 * @param ready whether every source has answered or failed once
 * @param landingPage what {@code /} answers
 * @param effectiveConfig YAML, secrets replaced
 * @param reload has the configuration read again
 */
public record Endpoints(
        MetricsResponder metrics,
        BooleanSupplier ready,
        Supplier<Page> landingPage,
        Supplier<String> effectiveConfig,
        Supplier<Reloaded> reload) {}
