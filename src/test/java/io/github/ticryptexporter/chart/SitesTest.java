package io.github.ticryptexporter.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.marcnuri.helm.LintResult;
import io.github.ticryptexporter.http.HttpServer;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Whatever a site writes, Kubernetes takes what comes of it, and its parts fit together. */
class SitesTest {
    static final List<Site> SITES = Site.ALL;

    /** Those of the operator have a test of their own; of these there are no types here. */
    private static final Set<String> OF_OTHERS = Set.of(
            "Certificate",
            "CiliumNetworkPolicy",
            "GrafanaDashboard",
            "PodMonitor",
            "PrometheusRule",
            "ScrapeConfig",
            "ServiceMonitor",
            "VerticalPodAutoscaler");

    @Test
    void helmFindsNoFault() {
        LintResult lint = Chart.lint();

        assertFalse(lint.isFailed(), () -> lint.getMessages().toString());
    }

    @ParameterizedTest
    @FieldSource("SITES")
    void kubernetesTakesEachObject(Site site) {
        Rendered rendered = site.rendered();

        assertEquals(
                List.of(),
                rendered.objects().stream()
                        .filter(KubernetesKinds::knows)
                        .map(KubernetesKinds::fault)
                        .flatMap(Optional::stream)
                        .toList());
        assertEquals(
                List.of(),
                rendered.objects().stream()
                        .filter(object -> !KubernetesKinds.knows(object))
                        .map(object -> object.path("kind").asText())
                        .filter(kind -> !OF_OTHERS.contains(kind))
                        .toList());
    }

    @ParameterizedTest
    @FieldSource("SITES")
    void aRestrictedNamespaceLetsItsPodsIn(Site site) {
        Rendered rendered = site.rendered();

        Stream.concat(
                        Stream.of(rendered.podSpec()),
                        rendered.all("Pod").stream().map(pod -> pod.path("spec")))
                .forEach(spec -> assertEquals(List.of(), PodSecurity.violations(spec)));
    }

    @ParameterizedTest
    @FieldSource("SITES")
    void everyPortIsTheOneThatTheExporterListensOn(Site site) {
        Rendered rendered = site.rendered();
        int port = rendered.container().at("/ports/0/containerPort").asInt();

        assertEquals("metrics", rendered.container().at("/ports/0/name").asText());
        assertEquals(
                "0.0.0.0:" + port,
                Chart.yaml(rendered.config()).at("/web/listen-address/0").asText());
        assertEquals(
                "metrics",
                rendered.the("Service").at("/spec/ports/0/targetPort").asText());
        assertEquals("metrics", rendered.the("Service").at("/spec/ports/0/name").asText());
        for (String probe : List.of("startupProbe", "livenessProbe", "readinessProbe")) {
            assertEquals(
                    "metrics", rendered.container().path(probe).findPath("port").asText(), probe);
        }
        rendered.all("NetworkPolicy").stream()
                .flatMap(policy -> policy.at("/spec/ingress").findValues("port").stream())
                .forEach(open -> assertEquals(port, open.asInt()));
        rendered.all("ServiceMonitor")
                .forEach(monitor -> assertEquals(
                        "metrics", monitor.at("/spec/endpoints/0/port").asText()));
        rendered.all("PodMonitor")
                .forEach(monitor -> assertEquals(
                        "metrics",
                        monitor.at("/spec/podMetricsEndpoints/0/port").asText()));
        rendered.all("ScrapeConfig")
                .forEach(scrape -> assertTrue(scrape.at("/spec/staticConfigs/0/targets/0")
                        .asText()
                        .endsWith(".svc:"
                                + rendered.the("Service")
                                        .at("/spec/ports/0/port")
                                        .asInt())));
    }

    /** Selectors find the daemon's pods, and not that of helm test. */
    @ParameterizedTest
    @FieldSource("SITES")
    void everySelectorFindsTheDaemonAlone(Site site) {
        Rendered rendered = site.rendered();
        JsonNode daemon = rendered.the("Deployment").at("/spec/template/metadata/labels");

        for (String place : List.of("Service /spec/selector", "Deployment /spec/selector/matchLabels")) {
            JsonNode selector = Effect.Place.of(place).in(rendered);
            assertTrue(matches(selector, daemon), place);
            rendered.all("Pod").forEach(pod -> assertFalse(matches(selector, pod.at("/metadata/labels")), place));
        }
        rendered.all("PodDisruptionBudget")
                .forEach(budget -> assertTrue(matches(budget.at("/spec/selector/matchLabels"), daemon)));
        rendered.all("PodMonitor")
                .forEach(monitor -> assertTrue(matches(monitor.at("/spec/selector/matchLabels"), daemon)));
        rendered.all("ServiceMonitor")
                .forEach(monitor -> assertTrue(matches(
                        monitor.at("/spec/selector/matchLabels"),
                        rendered.the("Service").at("/metadata/labels"))));
    }

    static boolean matches(JsonNode selector, JsonNode labels) {
        return !selector.isEmpty()
                && selector.properties().stream()
                        .allMatch(label -> label.getValue().equals(labels.path(label.getKey())));
    }

    /** The job that the rules look for is the one that the monitors make. */
    @ParameterizedTest
    @FieldSource("SITES")
    void theJobIsTheOneThatTheRulesLookFor(Site site) {
        Rendered rendered = site.rendered();
        String label = "app.kubernetes.io/name";
        String job = rendered.the("Service").at("/metadata/labels").path(label).asText();

        Stream.of("ServiceMonitor", "PodMonitor")
                .flatMap(kind -> rendered.all(kind).stream())
                .forEach(monitor ->
                        assertEquals(label, monitor.at("/spec/jobLabel").asText()));
        rendered.all("ScrapeConfig")
                .forEach(scrape -> assertEquals(job, scrape.at("/spec/jobName").asText()));
        rendered.rules().stream()
                .filter(rule -> rule.path("alert").asText().equals("TicryptExporterReplicaDown"))
                .forEach(rule -> assertEquals(
                        "up{job=\"" + job + "\"} == 0",
                        rule.path("expr").asText().lines().findFirst().orElseThrow()));
    }

    @Test
    void theVersionOfAnImageIsALabelWhateverItsTagEndsWith() {
        String cutAtADot = "1" + "0".repeat(61) + "." + "0".repeat(10);

        assertEquals("0.1.0", version("image: { tag: 0.1.0- }"));
        assertEquals("0.1.0", version("image: { tag: _0.1.0._ }"));
        assertEquals("1" + "0".repeat(61), version("image: { tag: \"" + cutAtADot + "\" }"));
        assertEquals("", version("image: { tag: _ }"));
    }

    @Test
    void aDigestAloneDoesNotTellTheVersion() {
        String digest = "image: { digest: \"sha256:" + "0".repeat(64) + "\" }";

        assertEquals("", version(digest));
        assertEquals("0.1.1", version(digest, "image: { tag: 0.1.1 }"));
    }

    private static String version(String... values) {
        return Chart.render(values)
                .the("Deployment")
                .at("/spec/template/metadata/labels/app.kubernetes.io~1version")
                .asText();
    }

    /** The daemon's own time to end, and two seconds to close its sockets. */
    @Test
    void noGraceIsTakenThatCutsOffScrapes() {
        long drain = HttpServer.STOP_TIMEOUT_MILLIS / 1000;
        long least = drain + 2;

        assertEquals(
                "terminationGracePeriodSeconds: expected at least %d, but was %d: scrapes in flight have %d seconds to end"
                        .formatted(least, least - 1, drain),
                Refusal.of("terminationGracePeriodSeconds: " + (least - 1)));
        assertEquals(
                least,
                Chart.render("terminationGracePeriodSeconds: " + least)
                        .podSpec()
                        .path("terminationGracePeriodSeconds")
                        .asLong());
    }

    @Test
    void aProbeAsksOverTheSchemeThatIsServed() {
        assertEquals("HTTP", scheme("defaults"));
        assertEquals("HTTPS", scheme("passwords"));
    }

    private static String scheme(String site) {
        return Site.named(site)
                .rendered()
                .container()
                .at("/readinessProbe/httpGet/scheme")
                .asText();
    }

    @Test
    void aProbeUnderMutualTlsMerelyConnects() {
        JsonNode container = Site.named("mutualTls").rendered().container();

        for (String probe : List.of("startupProbe", "livenessProbe", "readinessProbe")) {
            assertEquals(Chart.yaml("{ port: metrics }"), container.path(probe).path("tcpSocket"));
            assertFalse(container.path(probe).has("httpGet"));
        }
    }

    @Test
    void ciliumLetsItGoToTheBackendByNameAndNowhereElse() {
        Rendered rendered = Site.named("byName").rendered();

        assertEquals(Chart.yaml("[]"), rendered.the("NetworkPolicy", "exporter").at("/spec/egress"));
        assertEquals(Chart.yaml("""
                - toEndpoints:
                  - matchLabels: { "k8s:io.kubernetes.pod.namespace": kube-system, "k8s:k8s-app": kube-dns }
                  toPorts: [ { ports: [ { port: "53", protocol: ANY } ], rules: { dns: [ { matchPattern: "*" } ] } } ]
                - toFQDNs: [ { matchName: api.example.edu } ]
                  toPorts: [ { ports: [ { port: "8443", protocol: TCP } ] } ]
                """), rendered.the("CiliumNetworkPolicy").at("/spec/egress"));
    }

    @Test
    void openShiftChoosesUsersAndGroups() {
        Rendered rendered = Site.named("openShift").rendered();

        for (String field : List.of("runAsUser", "runAsGroup", "fsGroup", "supplementalGroups")) {
            assertEquals(List.of(), rendered.podSpec().findValues(field));
        }
        assertTrue(rendered.podSpec().at("/securityContext/runAsNonRoot").asBoolean());
    }

    @Test
    void theStandardSeesAPodThatItForbids() {
        assertEquals(
                List.of(
                        "hostNetwork",
                        "a volume of type hostPath",
                        "the pod runs as root",
                        "bad is privileged",
                        "bad may gain privileges",
                        "bad keeps capabilities",
                        "bad adds \"SYS_ADMIN\"",
                        "bad may run as root",
                        "bad has no seccomp profile",
                        "bad takes a port of the host"),
                PodSecurity.violations(Chart.yaml("""
                        hostNetwork: true
                        securityContext: { runAsUser: 0 }
                        volumes: [ { name: root, hostPath: { path: / } } ]
                        containers:
                          - name: bad
                            ports: [ { containerPort: 80, hostPort: 80 } ]
                            securityContext: { privileged: true, capabilities: { add: [ SYS_ADMIN ] } }
                        """)));
    }

    @Test
    void theValidatorSeesAFieldThatThereIsNot() {
        JsonNode service = Chart.render("").the("Service").deepCopy();
        ((ObjectNode) service.path("spec")).put("typo", 1);

        assertTrue(KubernetesKinds.fault(service).orElse("").contains("typo"));
    }
}
