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
                """), withoutTest("egress"));
    }

    @Test
    void prometheusAloneTalksToItOnThePortOfThePod() {
        assertEquals(Chart.yaml("""
                - from:
                  - namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: monitoring } }
                    podSelector: { matchLabels: { app.kubernetes.io/name: prometheus } }
                  ports: [ { port: 10917, protocol: TCP } ]
                """), withoutTest("ingress"));
        assertEquals(Chart.yaml("[ Ingress, Egress ]"), policy().path("policyTypes"));
    }

    /** Without the pod of helm test, which may not stay. */
    private static JsonNode withoutTest(String direction) {
        return Chart.render("tests: { enabled: false }")
                .the("NetworkPolicy")
                .path("spec")
                .path(direction);
    }

    @Test
    void beyondThatThePodOfHelmTestTalksToTheDaemon() {
        JsonNode egress = policy().path("egress");
        JsonNode ingress = policy().path("ingress");

        assertEquals(withoutTest("egress").size() + 1, egress.size());
        assertEquals(Chart.yaml("""
                to:
                - podSelector:
                    matchLabels:
                      app.kubernetes.io/part-of: ticrypt-exporter
                      app.kubernetes.io/instance: enclave
                      app.kubernetes.io/component: exporter
                ports: [ { port: 10917, protocol: TCP } ]
                """), egress.path(egress.size() - 1));
        assertEquals(withoutTest("ingress").size() + 1, ingress.size());
        assertEquals(Chart.yaml("""
                from:
                - podSelector:
                    matchLabels:
                      app.kubernetes.io/part-of: ticrypt-exporter
                      app.kubernetes.io/instance: enclave
                      app.kubernetes.io/component: test
                ports: [ { port: 10917, protocol: TCP } ]
                """), ingress.path(ingress.size() - 1));
    }

    @Test
    void thePolicyIsForThePodsThatThereAre() {
        JsonNode labels = DEFAULT.the("Deployment").at("/spec/template/metadata/labels");
        policy().at("/podSelector/matchLabels")
                .properties()
                .forEach(label -> assertEquals(label.getValue(), labels.path(label.getKey())));
        assertTrue(policy().at("/podSelector/matchLabels").size() > 0);
    }

    private static JsonNode policy() {
        return DEFAULT.the("NetworkPolicy").path("spec");
    }
}
