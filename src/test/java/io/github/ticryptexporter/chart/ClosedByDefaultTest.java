package io.github.ticryptexporter.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What an install with nothing but the required values lets in and out. */
class ClosedByDefaultTest {
    private static final Rendered DEFAULT = Chart.render("");

    @Test
    void nothingIsRenderedButThis() {
        assertEquals(
                List.of(
                        "ConfigMap enclave-ticrypt-exporter",
                        "Deployment enclave-ticrypt-exporter",
                        "NetworkPolicy enclave-ticrypt-exporter",
                        "NetworkPolicy enclave-ticrypt-exporter-test",
                        "Pod enclave-ticrypt-exporter-test",
                        "Service enclave-ticrypt-exporter",
                        "ServiceAccount enclave-ticrypt-exporter"),
                DEFAULT.names());
    }

    @Test
    void kubernetesTakesIt() {
        assertEquals(
                List.of(),
                DEFAULT.objects().stream()
                        .map(KubernetesKinds::fault)
                        .flatMap(Optional::stream)
                        .toList());
    }

    @Test
    void noTokenOfTheClusterIsMounted() {
        assertFalse(DEFAULT.podSpec().path("automountServiceAccountToken").asBoolean(true));
        assertFalse(DEFAULT.the("ServiceAccount")
                .path("automountServiceAccountToken")
                .asBoolean(true));
    }

    @Test
    void itTalksToNameServersAndTheBackendAlone() {
        assertEquals(Chart.yaml("""
                - to:
                  - namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: kube-system } }
                    podSelector: { matchLabels: { k8s-app: kube-dns } }
                  ports: [ { port: 53, protocol: UDP }, { port: 53, protocol: TCP } ]
                - to: [ { ipBlock: { cidr: 192.0.2.10/32 } } ]
                  ports: [ { port: 443, protocol: TCP } ]
                """), policy("exporter").path("egress"));
    }

    @Test
    void prometheusAloneTalksToItOnThePortOfThePod() {
        JsonNode alone =
                Chart.render("tests: { enabled: false }").the("NetworkPolicy").path("spec");

        assertEquals(Chart.yaml("""
                - from:
                  - namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: monitoring } }
                    podSelector: { matchLabels: { app.kubernetes.io/name: prometheus } }
                  ports: [ { port: 10917, protocol: TCP } ]
                """), alone.path("ingress"));
        assertEquals(Chart.yaml("[ Ingress, Egress ]"), alone.path("policyTypes"));
    }

    @Test
    void besidePrometheusThePodOfHelmTestTalksToIt() {
        JsonNode ingress = policy("exporter").path("ingress");

        assertEquals(2, ingress.size());
        assertEquals(Chart.yaml("""
                from:
                - podSelector:
                    matchLabels:
                      app.kubernetes.io/part-of: ticrypt-exporter
                      app.kubernetes.io/instance: enclave
                      app.kubernetes.io/component: test
                ports: [ { port: 10917, protocol: TCP } ]
                """), ingress.path(1));
    }

    @Test
    void thePodOfHelmTestAloneTalksToTheDaemon() {
        assertEquals(Chart.yaml("""
                podSelector:
                  matchLabels:
                    app.kubernetes.io/part-of: ticrypt-exporter
                    app.kubernetes.io/instance: enclave
                    app.kubernetes.io/component: test
                policyTypes: [ Egress ]
                egress:
                - to:
                  - podSelector:
                      matchLabels:
                        app.kubernetes.io/part-of: ticrypt-exporter
                        app.kubernetes.io/instance: enclave
                        app.kubernetes.io/component: exporter
                  ports: [ { port: 10917, protocol: TCP } ]
                """), policy("exporter-test"));
    }

    @Test
    void thePolicyIsForThePodsThatThereAre() {
        JsonNode labels = DEFAULT.the("Deployment").at("/spec/template/metadata/labels");
        JsonNode selector = policy("exporter").at("/podSelector/matchLabels");

        assertTrue(SitesTest.matches(selector, labels));
    }

    private static JsonNode policy(String suffix) {
        return DEFAULT.the("NetworkPolicy", suffix).path("spec");
    }
}
