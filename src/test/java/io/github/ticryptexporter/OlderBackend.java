package io.github.ticryptexporter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.ticryptexporter.simulator.Fault;
import io.github.ticryptexporter.simulator.SimulatedSite;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Makes a simulated site's lists leave open what single look-ups still answer; freezes both lists as they are now. */
final class OlderBackend {
    private static final JsonMapper JSON = new JsonMapper();

    private final SimulatedSite site;

    OlderBackend(SimulatedSite site) {
        this.site = site;
    }

    /** Lists these teams without {@code teamQuotas}; returns their ids. */
    List<String> listsTeamsWithoutQuotas(Predicate<String> team) throws IOException, InterruptedException {
        List<String> ids = new ArrayList<>();
        ArrayNode teams = list("/api/teams", "team");
        for (JsonNode one : teams) {
            String id = one.path("id").textValue();
            if (team.test(id)) {
                ((ObjectNode) one).remove("teamQuotas");
                ids.add(id);
            }
        }
        site.fault("/api/teams", Fault.none().withBody(teams.toString()));
        return ids;
    }

    /** Leaves these projects out of the list; returns their ids. */
    List<String> listsNoneOf(Predicate<String> project) throws IOException, InterruptedException {
        List<String> ids = new ArrayList<>();
        ArrayNode listed = JSON.createArrayNode();
        for (JsonNode one : list("/api/projects", "project")) {
            String id = one.path("id").textValue();
            if (project.test(id)) {
                ids.add(id);
            } else {
                listed.add(one);
            }
        }
        site.fault("/api/projects", Fault.none().withBody(listed.toString()));
        return ids;
    }

    private ArrayNode list(String path, String token) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(site.uri() + path))
                .header("Cookie", "TC_TOKEN=" + site.tokens().get(token))
                .build();
        return (ArrayNode) JSON.readTree(HttpClient.newHttpClient()
                .send(request, BodyHandlers.ofByteArray())
                .body());
    }
}
