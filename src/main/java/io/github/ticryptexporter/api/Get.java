package io.github.ticryptexporter.api;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import org.jspecify.annotations.Nullable;

/**
 * A GET, the only request there is; its secret travels in the one header that is named here.
 *
 * @param header the header that carries the secret
 * @param before what stands before the secret there, as {@code TC_TOKEN=}; may be empty
 * @param jsonBody the body, for a route that wants one; null for none
 */
public record Get(
        String url,
        String header,
        String before,
        Secret secret,
        @Nullable String jsonBody) {

    HttpRequest request() {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url))
                .header("Accept", "application/json")
                .header("Accept-Encoding", "gzip")
                .header(header, before + secret.reveal())
                .GET();
        if (jsonBody != null) {
            request.header("Content-Type", "application/json").method("GET", BodyPublishers.ofString(jsonBody));
        }
        return request.build();
    }
}
