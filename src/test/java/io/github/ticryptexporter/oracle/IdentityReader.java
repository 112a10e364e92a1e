package io.github.ticryptexporter.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.InstantSource;

/** Reads the accounts of identity providers, all pages of them; throws on any answer but 200. */
public final class IdentityReader {
    private static final int OK = 200;

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final InstantSource clock;

    public IdentityReader(InstantSource clock) {
        this.clock = clock;
    }

    /** This site with the accounts of MonoCloud, page by page until the header {@code X-Pagination} says there is no next. */
    public RawSite withMonoCloud(RawSite site, URI base, String key) throws IOException, InterruptedException {
        ArrayNode accounts = JsonNodeFactory.instance.arrayNode();
        boolean more = true;
        for (int page = 1; more; page++) {
            HttpResponse<String> answer = get(base + "/api/users?page=" + page + "&size=7", "X-API-KEY", key);
            RawAnswer.tree(answer.body()).forEach(accounts::add);
            String paging = answer.headers().firstValue("X-Pagination").orElse("{}");
            more = Json.isTrue(RawAnswer.tree(paging), "has_next");
        }
        return with(site, Provider.MONOCLOUD, accounts);
    }

    /** This site with the accounts of Allthenticate. */
    public RawSite withAllthenticate(RawSite site, URI base, String header, String key)
            throws IOException, InterruptedException {
        HttpResponse<String> answer = get(base + "/multipleusers", header, key);
        return with(site, Provider.ALLTHENTICATE, RawAnswer.tree(answer.body()));
    }

    private RawSite with(RawSite site, Provider provider, JsonNode accounts) {
        return site.with(provider.api(), "", RawAnswer.ofAccounts(accounts, clock.instant()));
    }

    private HttpResponse<String> get(String uri, String header, String key) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(uri)).header(header, key).build();
        HttpResponse<String> answer = CLIENT.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != OK) {
            throw new IOException("expected 200 of " + uri + ", but was " + answer.statusCode());
        }
        return answer;
    }
}
