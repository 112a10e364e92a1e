package io.github.ticryptexporter.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the chart says about itself: its table of values, what changed, and what to do after an install. */
class ReferenceTest {
    private static final Pattern TABLE = Pattern.compile("(?s)(<!-- values -->\n).*(<!-- end -->)");
    private static final Path README = Chart.FOLDER.resolve("README.md");
    private static final Path METADATA = Chart.FOLDER.resolve("Chart.yaml");

    /** A list item of the changelog, over all of its lines. */
    private static final Pattern CHANGE = Pattern.compile("(?m)^- ((?:.+\n)(?:  .+\n)*)");

    private static final Pattern CHANGES = Pattern.compile("(?s)(  artifacthub.io/changes: \\|\n)(?:    [^\n]*\n)*");

    /** With {@code -Dupdate.reference=true} the table is written instead of compared. */
    @Test
    void theReadmeListsEveryValue() throws Exception {
        String readme = Files.readString(README);
        String made = TABLE.matcher(readme).replaceFirst("$1" + Matcher.quoteReplacement(table()) + "$2");
        if (Boolean.getBoolean("update.reference")) {
            Files.writeString(README, made);
            return;
        }
        assertEquals(made, readme, "run the test with -Dupdate.reference=true and read the diff");
    }

    private static String table() {
        StringBuilder table = new StringBuilder();
        for (ValuesFile.Room room : ValuesFile.rooms()) {
            table.append("\n### ").append(room.name()).append("\n\n| value | default | |\n|---|---|---|\n");
            for (ValuesFile.Entry entry : room.entries()) {
                String value = entry.value().isEmpty() ? "" : "`" + entry.value() + "`";
                table.append("| `%s` | %s | %s |\n".formatted(entry.path(), value, entry.comment()));
            }
        }
        return table + "\n";
    }

    @Test
    void theTableHasEachValueOnce() {
        List<String> listed = ValuesFile.rooms().stream()
                .flatMap(room -> room.entries().stream())
                .filter(entry -> !entry.value().isEmpty())
                .map(ValuesFile.Entry::path)
                .sorted()
                .toList();

        assertEquals(List.copyOf(Values.leaves()), listed);
    }

    @Test
    void eachValueHasAComment() {
        assertEquals(
                List.of(),
                ValuesFile.rooms().stream()
                        .flatMap(room -> room.entries().stream())
                        .filter(entry -> entry.comment().isEmpty())
                        .map(ValuesFile.Entry::path)
                        .toList());
    }

    @Test
    void versionsAreThoseOfTheProject() throws Exception {
        JsonNode chart = Chart.yaml(Chart.file("Chart.yaml"));
        Matcher version = Pattern.compile("<version>([^<]+)</version>").matcher(Files.readString(Path.of("pom.xml")));

        assertTrue(version.find());
        assertEquals(version.group(1), chart.path("version").asText());
        assertEquals(version.group(1), chart.path("appVersion").asText());
        assertEquals(
                "- name: ticrypt-exporter\n  image: registry.example.edu/ticrypt/ticrypt-exporter:" + version.group(1)
                        + "\n",
                chart.at("/annotations/artifacthub.io~1images").asText());
        assertTrue(Chart.render("").container().path("image").asText().endsWith(":" + version.group(1)));
    }

    /** Of the newest version. */
    @Test
    void theChangesAreThoseOfTheChangelog() throws Exception {
        String metadata = Files.readString(METADATA);
        String made = CHANGES.matcher(metadata).replaceFirst("$1" + Matcher.quoteReplacement(changes()));
        if (Boolean.getBoolean("update.reference")) {
            Files.writeString(METADATA, made);
            return;
        }
        assertEquals(made, metadata, "run the test with -Dupdate.reference=true and read the diff");
    }

    private static String changes() throws Exception {
        String newest = Files.readString(Path.of("CHANGELOG.md")).split("\n## ", -1)[1];
        StringBuilder changes = new StringBuilder();
        for (Map.Entry<String, String> kind : kinds(newest).entrySet()) {
            Matcher change = CHANGE.matcher(kind.getValue());
            while (change.find()) {
                String text = change.group(1).strip().replaceAll("\n *", " ").replace("`", "");
                changes.append("    - kind: ").append(kind.getKey()).append('\n');
                changes.append("      description: ").append(Chart.quoted(text)).append('\n');
            }
        }
        return changes.toString();
    }

    /** The parts of one version, by the words that Artifact Hub has for them. */
    private static Map<String, String> kinds(String version) {
        Map<String, String> kinds = new LinkedHashMap<>();
        String[] parts = version.split("\n### ", -1);
        for (String part : List.of(parts).subList(1, parts.length)) {
            String kind = part.lines().findFirst().orElse("").strip().toLowerCase(Locale.ROOT);
            kinds.put(kind, part.substring(part.indexOf('\n') + 1) + "\n");
        }
        return kinds;
    }

    @Test
    void afterAnInstallItSaysWhatIsLeftToDo() {
        assertEquals("""
                ticrypt-exporter 0.1.0 reads https://api.example.edu and serves /metrics at
                  http://enclave-ticrypt-exporter.monitoring.svc:10917

                Is it ready, and can it read every route?
                  kubectl --namespace monitoring rollout status deployment/enclave-ticrypt-exporter
                  helm test enclave --namespace monitoring
                  kubectl logs --namespace monitoring enclave-ticrypt-exporter-test

                The image is registry.example.edu/ticrypt/ticrypt-exporter:0.1.0, which nobody has: push it to a registry of yours, and set image.registry.

                Tokens come from Secret ticrypt-tokens, which needs these keys, or the pod does not start:
                  drive, team, vm

                Only these may scrape; check that the pods of your Prometheus have these labels:
                  {"namespaceSelector":{"matchLabels":{"kubernetes.io/metadata.name":"monitoring"}},"podSelector":{"matchLabels":{"app.kubernetes.io/name":"prometheus"}}}
                The policy works where the network plugin enforces policies; some do not.

                Nothing tells Prometheus to scrape it. Without the operator:
                  scrape_configs:
                    - job_name: ticrypt-exporter
                      scheme: http
                      metrics_path: /metrics
                      static_configs:
                        - targets: ["enclave-ticrypt-exporter.monitoring.svc:10917"]

                No alert is installed: set prometheusRule.enabled, or rulesConfigMap.enabled without the operator.

                No dashboard is installed: set dashboards.enabled.

                There is no inventory, so nobody is told when a host is full. helm test prints one to fill in: config.inventory.hosts.
                """, Chart.notes("{}").strip() + "\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ tokens: { existingSecret: \"\", inline: { drive: abc } } } -> release Secret",
                "{ serviceMonitor: { enabled: true } } -> serviceMonitorSelector",
                "{ web: { tls: { enabled: true, existingSecret: a, clientAuthority: { existingSecret: b } } } } -> ready says nothing",
                "{ serviceMonitor: { enabled: true }, web: { basicAuthUsers: { a: $2y$10$x } } } -> set scrape.basicAuth",
                "{ serviceMonitor: { enabled: true }, web: { tls: { enabled: true, existingSecret: a } } } -> ca.crt in Secret a",
                "{ serviceMonitor: { enabled: true }, web: { tls: { enabled: true, existingSecret: a, clientAuthority: { existingSecret: b } } } } -> scrape.tlsConfig with cert, keySecret and ca",
                "{ prometheusRule: { enabled: true } } -> set rules.thresholds.links.runbooks",
                "{ dashboards: { enabled: true } } -> their panels stay empty",
                "{ serviceMonitor: { enabled: true } } -> scrape.sampleLimit of twice as many",
                "{ replicas: 2, allowDuplicatePolling: true } -> find the pods by kubernetes_sd_configs",
                "{ web: { basicAuthUsers: { a: $2y$10$x } } } -> in clear: set web.tls.enabled",
                "{ web: { basicAuthUsers: { a: $2y$10$x } } } -> basic_auth: { username: a, password_file: password }",
                "{ web: { tls: { enabled: true, existingSecret: b }, bearerTokens: { existingSecret: a, keys: [ k ] } } } -> # k of Secret a",
                "{ web: { tls: { enabled: true, existingSecret: b } } } -> # ca.crt of Secret b",
                "{ rules: { thresholds: { rules: { job: campus } } } } -> job_name: campus",
                "{ dnsPolicy: Default } -> check that networkPolicy.egress.dns.to has them",
                "{ identity: { existingSecret: a, keys: { monocloud: b } }, config: { identity: { monocloud: { base-url: \"https://tenant.example.edu\" } } } } -> under networkPolicy.egress.extraRules"
            })
    void itSaysWhatIsMissingForWhatIsThere(String example) {
        List<String> parts = List.of(example.split(" -> ", 2));

        assertTrue(Chart.notes(parts.get(0)).contains(parts.get(1)), () -> Chart.notes(parts.get(0)));
    }
}
