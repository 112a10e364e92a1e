package io.github.ticryptexporter.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.ticryptexporter.testing.Tool;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The chart's rules are those of the folder {@code alerts}, but for what the values change. */
class RulesTest {
    private static final String BOTH = "prometheusRule: { enabled: true }\nrulesConfigMap: { enabled: true }\n";
    private static final List<String> FILES = List.of("ticrypt-records", "ticrypt-alerts", "ticrypt-optional");

    @TempDir
    private Path folder;

    @Test
    void byDefaultTheyAreTheOnesThatAreCommitted() throws Exception {
        Rendered rendered = Chart.render(BOTH, "{ nameOverride: ticrypt-exporter, rules: { optional: true } }");
        List<JsonNode> committed = new ArrayList<>();
        for (String file : FILES) {
            JsonNode groups = Chart.yaml(Files.readString(Path.of("alerts", file + ".yaml")));
            groups.path("groups").forEach(committed::add);
            assertEquals(groups, Chart.yaml(text(rendered, file)));
        }

        assertEquals(committed, rendered.groups());
    }

    @Test
    void theOptionalOnesAreLeftOutUnlessTheyAreAskedFor() {
        assertEquals(
                List.of("ticrypt-records.yaml", "ticrypt-alerts.yaml"),
                Chart.render(BOTH).the("ConfigMap", "-rules").path("data").properties().stream()
                        .map(Map.Entry::getKey)
                        .toList());
    }

    @Test
    void promtoolTakesThemAlsoWithTwentyChanges() throws Exception {
        for (String site : List.of("everythingOn", "twentyOverrides")) {
            Path rules = Files.createDirectories(folder.resolve(site));
            write(Site.named(site).rendered(), rules);
            try (Stream<Path> files = Files.list(rules)) {
                Tool.Verdict verdict = Tool.of(
                                Tool.require("promtool"),
                                Stream.concat(Stream.of("check", "rules"), files.map(Path::toString))
                                        .toArray(String[]::new))
                        .judge("");
                assertTrue(verdict.accepted(), verdict.output());
            }
        }
    }

    /** All files of the ConfigMap. */
    static void write(Rendered rendered, Path folder) throws Exception {
        for (Map.Entry<String, JsonNode> file :
                rendered.the("ConfigMap", "-rules").path("data").properties()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue().asText());
        }
    }

    private static String text(Rendered rendered, String file) {
        return rendered.the("ConfigMap", "-rules")
                .path("data")
                .path(file + ".yaml")
                .asText();
    }

    @Test
    void eachOfTwentyChangesIsMadeAndNoOther() {
        Rendered before = Chart.render("prometheusRule: { enabled: true }");
        Rendered after = Site.named("twentyOverrides").rendered();
        List<String> changed = new ArrayList<>();
        for (JsonNode rule : before.rules()) {
            if (rule.has("alert") && after.rules().stream().noneMatch(other -> isSame(rule, other))) {
                changed.add(rule.path("alert").asText() + "/"
                        + rule.at("/labels/severity").asText());
            }
        }

        assertEquals(
                List.of(
                        "TicryptExporterAbsent/critical",
                        "TicryptExporterReplicaDown/warning",
                        "TicryptApiDown/critical",
                        "TicryptApiDown/warning",
                        "TicryptTokenRejected/warning",
                        "TicryptDataStale/warning",
                        "TicryptDataStale/critical",
                        "TicryptApiErrorsHigh/warning",
                        "TicryptPollOverrun/warning",
                        "TicryptSchemaDrift/warning",
                        "TicryptDataShrank/warning",
                        "TicryptInventoryGap/info",
                        "TicryptConfigReloadFailed/warning",
                        "TicryptTeamQuotaAlmostFull/info",
                        "TicryptTeamQuotaFull/info",
                        "TicryptTeamStorageForecast/warning",
                        "TicryptHostMemorySaturated/info",
                        "TicryptHostVcpuOvercommit/info",
                        "TicryptRealmSaturated/warning",
                        "TicryptRealmSaturated/critical",
                        "TicryptDevicesExhausted/info",
                        "TicryptVmsSilent/info",
                        "TicryptVmsUnpatched/info"),
                changed);
    }

    /** But for the label and the links that every rule of that site gets. */
    private static boolean isSame(JsonNode rule, JsonNode other) {
        String cluster = ",\"cluster\":\"enclave\"";
        return Stream.of(rule, other)
                        .map(JsonNode::toString)
                        .map(text -> text.replace(cluster, "")
                                .replace(cluster.substring(1) + ",", "")
                                .replace("grafana.example.edu/y", "grafana.example.edu")
                                .replace("wiki.example.edu/x/", "wiki.example.edu/ticrypt/runbooks/"))
                        .distinct()
                        .count()
                == 1;
    }

    @Test
    void whatIsSaidOfASeverityCountsMoreThanWhatIsSaidOfTheAlert() {
        List<String> rules = Chart.render(BOTH, """
                rules:
                  labels: { team: all, cluster: "" }
                  alerts:
                    TicryptDataStale:
                      for: 1h
                      labels: { team: alert, a: b }
                      critical: { for: 2h, labels: { team: critical } }
                """).rules().stream()
                .filter(rule -> rule.path("alert").asText().equals("TicryptDataStale"))
                .map(rule -> rule.path("for").asText() + " " + rule.path("labels"))
                .toList();

        assertEquals(
                List.of(
                        "1h {\"a\":\"b\",\"cluster\":\"\",\"owner\":\"platform\",\"severity\":\"warning\",\"team\":\"alert\"}",
                        "2h {\"a\":\"b\",\"cluster\":\"\",\"owner\":\"platform\",\"severity\":\"critical\",\"team\":\"critical\"}"),
                rules);
    }

    @Test
    void theyLookForTheJobThatTheMonitorsMake() {
        JsonNode down = Chart.render(BOTH, "nameOverride: fleet").rules().stream()
                .filter(rule -> rule.path("alert").asText().equals("TicryptExporterReplicaDown"))
                .findFirst()
                .orElseThrow();

        assertEquals(
                "up{job=\"fleet\"} == 0",
                down.path("expr").asText().lines().findFirst().orElseThrow());
    }

    @Test
    void whatIsLeftOutIsGoneAndAnEmptyGroupToo() {
        String off = "{ enabled: false }";
        Rendered rendered = Chart.render(BOTH, """
                rules: { alerts: {
                  TicryptVmStuckStarting: %1$s, TicryptVmsSilent: %1$s, TicryptDriveStuckTransition: %1$s,
                  TicryptStateDrift: %1$s, TicryptVmsUnpatched: %1$s } }
                """.formatted(off));

        assertEquals(
                List.of("ticrypt-records", "ticrypt-forecasts", "ticrypt-picture", "ticrypt-teams", "ticrypt-realms"),
                rendered.groups().stream()
                        .map(group -> group.path("name").asText())
                        .toList());
    }

    /** The operator refuses a PrometheusRule whose groups are null. */
    @Test
    void noObjectIsMadeOfNoGroups() {
        String on = "prometheusRule: { enabled: true }";
        String off = Chart.render(on).groups().stream()
                .map(group -> group.path("name").asText() + ": { enabled: false }")
                .collect(Collectors.joining(", ", "rules: { groups: { ", " } }"));

        assertEquals(List.of(), Chart.render(on, off).all("PrometheusRule"));
    }
}
