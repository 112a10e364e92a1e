package io.github.ticryptexporter.dashboards.lint;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;

/**
 * Something broken in a shipped dashboard, and what the rule says to it.
 *
 * @param panel the title of the panel; empty for the page itself
 * @param place a JSON pointer from there
 * @param value in JSON, with single quotes; empty for taken away
 */
record Damage(String rule, String uid, String panel, String place, String value, String finding) {

    static final List<Damage> ALL = Stream.of(PageDamages.ALL, LookDamages.ALL, QueryDamages.ALL)
            .flatMap(List::stream)
            .toList();

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonReadFeature.ALLOW_SINGLE_QUOTES).build();

    DashboardJson done() throws JsonProcessingException {
        DashboardJson page = new DashboardJson(DashboardJson.shipped(uid).json().deepCopy());
        JsonNode start = panel.isEmpty() ? page.json() : page.panel(panel).json();
        JsonPointer pointer = JsonPointer.compile(place);
        JsonNode parent = start.at(pointer.head());
        String last = pointer.last().getMatchingProperty();
        if (parent instanceof ArrayNode list) {
            list.set(Integer.parseInt(last), JSON.readTree(value));
        } else if (value.isEmpty()) {
            ((ObjectNode) parent).remove(last);
        } else {
            ((ObjectNode) parent).set(last, JSON.readTree(value));
        }
        return page;
    }

    @Override
    public String toString() {
        return rule + ": " + uid + " " + panel + " " + place;
    }
}
