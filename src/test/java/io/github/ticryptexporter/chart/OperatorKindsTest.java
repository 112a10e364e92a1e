package io.github.ticryptexporter.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The Prometheus Operator takes what the chart renders for it, and the chart has a value for all that it takes. */
class OperatorKindsTest {
    static final List<Site> SITES = Site.ALL;

    /** The chart sets these from other values, or they are an older way to say one that it has; extraEndpoint has them all. */
    private static final Set<String> OF_THE_CHART = Set.of(
            "endpoints",
            "podMetricsEndpoints",
            "selector",
            "namespaceSelector",
            "port",
            "portNumber",
            "targetPort",
            "path",
            "scheme",
            "bearerTokenFile");

    @ParameterizedTest
    @FieldSource("SITES")
    void theOperatorTakesEachObject(Site site) throws Exception {
        List<String> faults = new ArrayList<>();
        for (JsonNode object : site.rendered().objects()) {
            if (OperatorKinds.canJudge(object)) {
                faults.addAll(OperatorKinds.faults(object));
            }
        }
        assertEquals(List.of(), faults);
    }

    /** Everything under scrape, each as {@code effects.yaml} has it. */
    @Test
    void theOperatorTakesEveryValueOfScrape() throws Exception {
        ObjectNode scrape = Chart.YAML.createObjectNode();
        Effect.all().stream()
                .filter(effect -> effect.value().startsWith("scrape."))
                .forEach(effect -> scrape.set(effect.value().substring("scrape.".length()), effect.sample()));
        // Of the three ways to authenticate a cluster takes one, and of proxies one.
        scrape.remove(List.of("authorization", "oauth2", "bearerTokenSecret", "proxyUrl", "noProxy"));

        for (String kind : List.of("serviceMonitor", "podMonitor", "scrapeConfig")) {
            String values = "{ " + kind + ": { enabled: true }, scrape: " + scrape + " }";
            JsonNode object =
                    Chart.render("web: { tls: { enabled: true, existingSecret: web-tls } }", values).objects().stream()
                            .filter(found -> found.path("kind").asText().equalsIgnoreCase(kind))
                            .findFirst()
                            .orElseThrow();
            assertEquals(List.of(), OperatorKinds.canJudge(object) ? OperatorKinds.faults(object) : List.of(), kind);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ServiceMonitor", "PodMonitor"})
    void everyFieldOfAMonitorHasAValue(String kind) throws Exception {
        Set<String> fields = new TreeSet<>();
        JsonNode spec = OperatorKinds.spec(kind).path("properties");
        spec.fieldNames().forEachRemaining(fields::add);
        spec.path(kind.equals("ServiceMonitor") ? "endpoints" : "podMetricsEndpoints")
                .at("/items/properties")
                .fieldNames()
                .forEachRemaining(fields::add);
        fields.removeAll(OF_THE_CHART);

        Set<String> values = Values.leaves();
        fields.removeIf(field -> values.contains("scrape." + field) || values.contains("serviceMonitor." + field));

        assertEquals(Set.of(), fields);
    }

    @Test
    void theValidatorSeesWhatIsMadeUpAndWhatIsWrong() throws Exception {
        JsonNode monitor = Chart.render("serviceMonitor: { enabled: true }")
                .the("ServiceMonitor")
                .deepCopy();
        ObjectNode endpoint = (ObjectNode) monitor.at("/spec/endpoints/0");
        endpoint.put("intervall", "1m");
        endpoint.put("interval", "soon");

        String faults = String.join("\n", OperatorKinds.faults(monitor));

        assertTrue(faults.contains("intervall") && faults.contains("interval: does not match"), faults);
    }
}
