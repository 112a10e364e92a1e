package io.github.ticryptexporter.simulator;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request as it came over the socket, whether or not the API knows its route.
 *
 * @param path as sent, still percent-encoded
 * @param query as sent; null without one
 * @param headers by lower-cased name, in the order sent
 * @param body empty without one
 */
public record RecordedRequest(
        String method, String path, @Nullable String query, Map<String, List<String>> headers, String body) {
    /** The values of a header, none when it was not sent. */
    public List<String> header(String lowerCaseName) {
        return headers.getOrDefault(lowerCaseName, List.of());
    }
}
