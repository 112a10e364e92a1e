package io.github.ticryptexporter.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What would leak, poll twice or never work is refused with what is wrong and what to do. */
class RefusedValuesTest {
    static final List<Fixture> FIXTURES = fixtures();

    record Fixture(String values, String says) {}

    private static List<Fixture> fixtures() {
        try (InputStream in = RefusedValuesTest.class.getResourceAsStream("/chart/refusals.yaml")) {
            List<Fixture> fixtures = new ArrayList<>();
            for (JsonNode fixture : Chart.YAML.readTree(in)) {
                fixtures.add(new Fixture(
                        fixture.path("values").toString(), fixture.path("says").asText()));
            }
            return fixtures;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @FieldSource("FIXTURES")
    void theseValuesAreRefused(Fixture fixture) {
        String message = Refusal.of(fixture.values());
        if (fixture.says().startsWith("- at ")) {
            assertTrue(message.lines().toList().contains(fixture.says()), message);
        } else {
            assertEquals(fixture.says(), message);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ podMonitor: { enabled: true }, scrape: { scrapeTimeout: 30000ms } }",
                "{ serviceMonitor: { enabled: true }, scrape: { interval: 1m30s, scrapeTimeout: 90s } }",
                "{ scrapeConfig: { enabled: true, extraSpec: { scrapeInterval: 1h } }, scrape: { scrapeTimeout: 60m } }",
                "networkPolicy: { ingress: { extraRules: [ { from: [ { ipBlock: { cidr: 0.0.0.0/0 } } ] } ] } }",
                "probes: { readiness: { successThreshold: 2 }, liveness: { terminationGracePeriodSeconds: 20 } }",
                "{ allowDuplicatePolling: true, strategy: { type: RollingUpdate, rollingUpdate: { maxSurge: 0 } } }"
            })
    void theseAreNot(String values) {
        assertFalse(Chart.render(values).objects().isEmpty());
    }

    @Test
    void anUnknownAlertIsRefusedWithAllThatThereAre() {
        String message =
                Refusal.of("{ prometheusRule: { enabled: true }, rules: { alerts: { ApiDown: { enabled: false } } } }");

        assertTrue(message.startsWith("rules.alerts.ApiDown: there is no such alert; these are: Ticrypt"), message);
        assertTrue(message.contains(" TicryptApiDown,"), message);
    }

    @Test
    void nothingComesOfNoValues() {
        Refusal refusal = assertThrows(Refusal.class, Chart::renderAlone);

        assertEquals("tokens", refusal.key());
    }
}
