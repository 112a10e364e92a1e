package io.github.ticryptexporter.dashboards.lint;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A panel as the dashboard's file has it. */
record PanelJson(DashboardJson dashboard, JsonNode json) {
    private static final Set<String> OVER_TIME = Set.of("timeseries", "state-timeline", "status-history");

    String title() {
        return json.path("title").asText();
    }

    String type() {
        return json.path("type").asText();
    }

    boolean is(String... types) {
        return List.of(types).contains(type());
    }

    /** Whether it shows how values were; the others show the latest, a stat with a graph both. */
    boolean isOverTime() {
        return OVER_TIME.contains(type())
                || json.at("/options/graphMode").asText().equals("area");
    }

    List<TargetJson> targets() {
        return DashboardJson.list(json.path("targets")).stream()
                .map(target -> new TargetJson(this, target))
                .toList();
    }

    JsonNode defaults() {
        return json.at("/fieldConfig/defaults");
    }

    List<JsonNode> overrides() {
        return DashboardJson.list(json.at("/fieldConfig/overrides"));
    }

    /** A property of how this query's values look, such as {@code unit} or {@code custom.lineWidth}. */
    Optional<JsonNode> look(TargetJson target, String property) {
        Stream<JsonNode> general =
                Stream.of(defaults().at("/" + property.replace('.', '/'))).filter(value -> !value.isMissingNode());
        Stream<JsonNode> special = overrides().stream()
                .filter(override -> isOf(override.path("matcher"), target))
                .flatMap(override -> DashboardJson.list(override.path("properties")).stream())
                .filter(each -> each.path("id").asText().equals(property))
                .map(each -> each.path("value"));
        return Stream.concat(general, special).reduce((before, after) -> after);
    }

    private static boolean isOf(JsonNode matcher, TargetJson target) {
        String options = matcher.path("options").asText();
        return switch (matcher.path("id").asText()) {
            case "byFrameRefID" -> options.equals(target.refId());
            case "byName" -> options.equals(target.legend());
            default -> false;
        };
    }

    /** This property of all fields and of each exception. */
    Stream<JsonNode> looks(String property) {
        return Stream.concat(
                Stream.of(defaults().path(property)).filter(value -> !value.isMissingNode()),
                overrides().stream()
                        .flatMap(override -> DashboardJson.list(override.path("properties")).stream())
                        .filter(each -> each.path("id").asText().equals(property))
                        .map(each -> each.path("value")));
    }
}
