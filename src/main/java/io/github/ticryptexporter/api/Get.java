package io.github.ticryptexporter.api;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import org.jspecify.annotations.Nullable;

/**
 * A GET, the only request there is; its secret travels in the one header that is named here.
 *
 * @param accept what the answer may be
 * @param presented what opens the route; null for nothing
 * @param jsonBody the body, for a route that wants one; null for none
 */
public record Get(
        String url,
        String accept,
        @Nullable Presented presented,
        @Nullable String jsonBody) {

    /** What the routes of the backend and of the providers answer. */
    public static final String JSON = "application/json";

    /**
     * A secret, and how it is presented.
     *
     * @param header the header that carries it
     * @param before what stands before it there, as {@code TC_TOKEN=}; may be empty
     */
    public record Presented(String header, String before, Secret secret) {}

    HttpRequest request() {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url))
                .header("Accept", accept)
                .header("Accept-Encoding", "gzip")
                .GET();
        if (presented != null) {
            request.header(
                    presented.header(), presented.before() + presented.secret().reveal());
        }
        if (jsonBody != null) {
            request.header("Content-Type", JSON).method("GET", BodyPublishers.ofString(jsonBody));
        }
        return request.build();
    }
}
