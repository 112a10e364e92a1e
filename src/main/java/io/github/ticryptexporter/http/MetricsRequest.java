package io.github.ticryptexporter.http;

import java.util.Set;

/**
 * What a scraper asked for.
 *
 * @param accept the Accept headers, joined by commas; empty when none was sent
 * @param acceptEncoding the Accept-Encoding headers, likewise
 * @param names the values of {@code name[]}, as sent
 */
public record MetricsRequest(String accept, String acceptEncoding, Set<String> names) {
    public MetricsRequest {
        names = Set.copyOf(names);
    }
}
