package io.github.ticryptexporter.chart;

import static io.github.ticryptexporter.chart.SitesTest.matches;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.ticryptexporter.cli.Arguments;
import io.github.ticryptexporter.cli.Command;
import io.github.ticryptexporter.cli.UsageException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The pod of {@code helm test} asks the backend as the daemon does, and the daemon as Prometheus does. */
class HelmTestPodTest {
    static final List<Site> SITES = Site.ALL.stream()
            .filter(site -> !site.rendered().all("Pod").isEmpty())
            .toList();

    @ParameterizedTest
    @FieldSource("SITES")
    void itAsksTheServiceOverTheSchemeThatIsServed(Site site) throws Exception {
        JsonNode service = site.rendered().the("Service");
        String scheme = hasCertificate(site.rendered()) ? "https" : "http";

        assertEquals(
                URI.create("%s://%s.%s.svc:%d"
                        .formatted(
                                scheme,
                                service.at("/metadata/name").asText(),
                                service.at("/metadata/namespace").asText(),
                                service.at("/spec/ports/0/port").asInt())),
                asked(site.rendered()));
    }

    private static boolean hasCertificate(Rendered rendered) {
        return rendered.all("Secret").stream()
                .anyMatch(secret -> secret.at("/stringData/web.yaml").asText().contains("tls_server_config"));
    }

    @Test
    void itAsksThePortOfThePodWhereTheServiceHasNoAddress() throws Exception {
        assertEquals(
                URI.create("http://enclave-ticrypt-exporter.monitoring.svc:8080"),
                asked(Chart.render("{ service: { clusterIP: None, port: 80 }, web: { port: 8080 } }")));
    }

    /** What the exporter makes of the pod's arguments. */
    private static @Nullable URI asked(Rendered rendered) throws UsageException {
        JsonNode arguments = rendered.the("Pod").at("/spec/containers/0/args");
        String[] words = StreamSupport.stream(arguments.spliterator(), false)
                .map(JsonNode::asText)
                .toArray(String[]::new);
        Command.Check check = (Command.Check) new Arguments(Map.of(), List.of("calm")).parse(words);
        assertTrue(check.live());
        return check.running();
    }

    @ParameterizedTest
    @FieldSource("SITES")
    void policiesLetItAskTheDaemonAndNoDaemonAnother(Site site) {
        JsonNode daemon = site.rendered().the("Deployment").at("/spec/template/metadata/labels");
        JsonNode test = site.rendered().the("Pod").at("/metadata/labels");

        for (JsonNode policy : site.rendered().all("NetworkPolicy")) {
            assertTrue(matches(policy.at("/spec/podSelector/matchLabels"), test));
        }
        boolean isClosed = !site.rendered().all("NetworkPolicy").isEmpty();
        assertEquals(isClosed, lets(site, "egress", test, daemon));
        assertEquals(isClosed, lets(site, "ingress", daemon, test));
        assertFalse(lets(site, "egress", daemon, daemon));
        assertFalse(lets(site, "ingress", daemon, daemon));
    }

    /** Whether a policy of the one pod names the other: the rules of all that select a pod count. */
    private static boolean lets(Site site, String direction, JsonNode pod, JsonNode other) {
        return site.rendered().all("NetworkPolicy").stream()
                .filter(policy -> matches(policy.at("/spec/podSelector/matchLabels"), pod))
                .flatMap(policy -> each(policy.path("spec").path(direction)))
                .flatMap(rule -> each(rule.path(direction.equals("egress") ? "to" : "from")))
                .filter(peer -> !peer.has("namespaceSelector"))
                .anyMatch(peer -> matches(peer.at("/podSelector/matchLabels"), other));
    }

    private static Stream<JsonNode> each(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }
}
