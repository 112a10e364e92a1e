package io.github.ticryptexporter.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a whole site over HTTP, one request after another. A route that does not answer 200 with an array of objects, or
 * whose token is not given, stays without an entry.
 */
public final class RawSiteReader {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final int OK = 200;
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private static final int NOT_FOUND = 404;

    private final URI base;
    private final Map<String, String> tokens;
    private final InstantSource clock;

    /**
     * @param base the API's base URL, with or without a path
     * @param tokens by the contract's name: {@code drive}, {@code vm}, {@code team}, {@code project}, {@code user}
     * @param clock judges ages where an answer has no Date header
     */
    public RawSiteReader(URI base, Map<String, String> tokens, InstantSource clock) {
        this.base = base;
        this.tokens = Map.copyOf(tokens);
        this.clock = clock;
    }

    /** Reads every route that these settings make known, look-ups included. */
    public RawSite read(OracleSettings settings) throws IOException, InterruptedException {
        RawSite site = RawSite.empty();
        site = withList(site, "drives", "", "drive", "/api/drives", "");
        site = withList(site, "teams", "", "team", "/api/teams", "");
        site = withList(site, "projects", "", "project", "/api/projects", "");
        site = withList(site, "users", "", "user", "/api/users", "");
        for (String realm : new Site(site, settings).realms()) {
            String path = "/api/vms/" + encoded(realm);
            site = withList(site, "vms", realm, "vm", path + "/active", "");
            site = withList(site, "vm_configs", realm, "vm", path + "/configs", "");
            site = withList(site, "vm_images", realm, "vm", "/api/vms/images", body("realm", realm));
        }
        return withTeamQuotas(withProjects(site, settings), settings);
    }

    private RawSite withTeamQuotas(RawSite site, OracleSettings settings) throws IOException, InterruptedException {
        RawSite read = site;
        for (String id : new Site(site, settings).teamsToAskFor()) {
            HttpResponse<byte[]> response = get("team", "/api/teams/quotas", body("team", id));
            Optional<JsonNode> quotas = tree(response).filter(JsonNode::isObject);
            if (quotas.isPresent()) {
                read = read.withTeamQuotas(id, quotas.get());
            } else if (response.statusCode() == NOT_FOUND) {
                read = read.withoutTeamQuotas(id);
            }
        }
        return read;
    }

    private RawSite withProjects(RawSite site, OracleSettings settings) throws IOException, InterruptedException {
        RawSite read = site;
        for (String id : new Site(site, settings).projectsToAskFor()) {
            HttpResponse<byte[]> response = get("project", "/api/projects/" + encoded(id), "");
            boolean found = tree(response).filter(JsonNode::isObject).isPresent();
            if (found || response.statusCode() == NOT_FOUND) {
                read = read.withProject(id, found);
            }
        }
        return read;
    }

    private RawSite withList(RawSite site, String api, String realm, String token, String path, String body)
            throws IOException, InterruptedException {
        if (!tokens.containsKey(token)) {
            return site;
        }
        HttpResponse<byte[]> response = get(token, path, body);
        Optional<JsonNode> tree = tree(response);
        try {
            return tree.isPresent() ? site.with(api, realm, RawAnswer.of(tree.get(), date(response))) : site;
        } catch (IllegalArgumentException noArrayOfObjects) {
            return site;
        }
    }

    private HttpResponse<byte[]> get(String token, String path, String body) throws IOException, InterruptedException {
        String prefix = base.toString().replaceAll("/+$", "");
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(prefix + path))
                .timeout(TIMEOUT)
                .header("Cookie", "TC_TOKEN=" + tokens.get(token));
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json").method("GET", BodyPublishers.ofString(body));
        }
        return CLIENT.send(request.build(), BodyHandlers.ofByteArray());
    }

    private Instant date(HttpResponse<byte[]> response) {
        String date = response.headers().firstValue("Date").orElse("");
        try {
            return ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
        } catch (DateTimeParseException absentOrUnreadable) {
            return clock.instant();
        }
    }

    private static Optional<JsonNode> tree(HttpResponse<byte[]> response) {
        if (response.statusCode() != OK) {
            return Optional.empty();
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(response.body()))
                    .toString();
            return Optional.of(RawAnswer.tree(text.startsWith("\uFEFF") ? text.substring(1) : text));
        } catch (CharacterCodingException | IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private static String body(String field, String value) {
        return JsonNodeFactory.instance.objectNode().put(field, value).toString();
    }

    private static String encoded(String pathSegment) {
        return URLEncoder.encode(pathSegment, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
