package io.github.ticryptexporter.chart;

import static io.github.ticryptexporter.chart.SitesTest.matches;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.ticryptexporter.cli.Arguments;
import io.github.ticryptexporter.cli.Command;
import io.github.ticryptexporter.cli.UsageException;
import java.net.URI;
import java.util.List;
import java.util.Map;
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
    void thePolicyLetsItAskTheDaemon(Site site) {
        JsonNode daemon = site.rendered().the("Deployment").at("/spec/template/metadata/labels");
        JsonNode test = site.rendered().the("Pod").at("/metadata/labels");

        for (JsonNode policy : site.rendered().all("NetworkPolicy")) {
            assertTrue(matches(policy.at("/spec/podSelector/matchLabels"), test));
            assertTrue(lets(policy.at("/spec/ingress"), "from", test));
            assertTrue(lets(policy.at("/spec/egress"), "to", daemon));
        }
    }

    private static boolean lets(JsonNode rules, String peers, JsonNode pod) {
        return StreamSupport.stream(rules.spliterator(), false)
                .flatMap(rule -> StreamSupport.stream(rule.path(peers).spliterator(), false))
                .filter(peer -> !peer.has("namespaceSelector"))
                .anyMatch(peer -> matches(peer.at("/podSelector/matchLabels"), pod));
    }
}
