package io.github.ticryptexporter.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.ticryptexporter.simulator.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Two exporters of one site, seen by two Prometheus servers with one Alertmanager, and by an agent that hands all on to
 * VictoriaMetrics: a lost host pages once, and goes on doing so when one of each pair has ended.
 */
@Tag("e2e")
class ReplicasIT {
    private static final String SITE = "alpha";
    private static final String PAGE = "TicryptVmsSilent critical";
    private static final String PAGED = PAGE + " ticrypt-pager";
    private static final String SPARE_GONE = "TicryptExporterReplicaDown warning ticrypt-tickets";

    private static final Map<Way, Webhooks> WEBHOOKS = new EnumMap<>(Way.class);
    private static final Map<Way, AlertmanagerServer> ALERTMANAGERS = new EnumMap<>(Way.class);
    private static final Deque<AutoCloseable> STARTED = new ArrayDeque<>();

    @TempDir
    private static Path folder;

    /** How samples come to rules. */
    private enum Way {
        /** Two Prometheus servers scrape and judge the same. */
        PAIR,
        /** A Prometheus agent scrapes, VictoriaMetrics keeps, vmalert judges. */
        HANDED_ON
    }

    @BeforeAll
    static void loseAHostAndThenTheSpares() throws Exception {
        ScenarioSite site = started(ScenarioSite.start(SITE, directory("first")));
        RunningProcess spare = started(site.replica(directory("second")));
        String scraping = scraping(
                site.authority(), Web.ofServe(spare).awaitReady().base().getAuthority());
        List<Path> rules = HastenedRules.in(directory("assets"));
        PrometheusServer first = prometheus("a", scraping, rules);
        started(prometheus("b", scraping, rules));
        started(VictoriaStack.start(directory("victoria"), scraping, rules, alertmanager(Way.HANDED_ON))
                .awaitTargets(2));

        site.play(Scenario.HOST_DOWN);
        awaitTold(PAGED);
        spare.terminate();
        first.close();
        awaitTold(SPARE_GONE);
    }

    private static PrometheusServer prometheus(String replica, String scraping, List<Path> rules) throws Exception {
        String configuration = scraping + """
                rule_files: %s
                alerting:
                  alert_relabel_configs: [ { action: labeldrop, regex: replica } ]
                  alertmanagers: [ { static_configs: [ { targets: [ "%s" ] } ] } ]
                """.formatted(rules, alertmanager(Way.PAIR));
        return PrometheusServer.start(
                        Release.FORKY.prometheus(),
                        directory(replica),
                        configuration.replace("REPLICA", replica),
                        List.of())
                .awaitTargets(2);
    }

    private static String scraping(String... authorities) {
        return """
                global: { scrape_interval: 2s, scrape_timeout: 2s, external_labels: { replica: REPLICA } }
                scrape_configs:
                  - job_name: ticrypt-exporter
                    static_configs: [ { targets: [ "%s" ], labels: { site: %s } } ]
                """.formatted(String.join("\", \"", authorities), SITE);
    }

    private static String alertmanager(Way way) throws IOException {
        if (!ALERTMANAGERS.containsKey(way)) {
            Webhooks webhooks = started(Webhooks.start());
            String configuration = SampleAlertmanager.promptTo(webhooks.base());
            WEBHOOKS.put(way, webhooks);
            ALERTMANAGERS.put(
                    way,
                    started(AlertmanagerServer.start(Release.FORKY.alertmanager(), directory(way.name()), configuration)
                            .awaitReady()));
        }
        return of(ALERTMANAGERS, way).authority();
    }

    private static <T> T of(Map<Way, T> each, Way way) {
        return Objects.requireNonNull(each.get(way));
    }

    private static void awaitTold(String line) {
        Awaitility.await(line)
                .atMost(RunningProcess.PATIENCE)
                .until(() -> WEBHOOKS.values().stream()
                        .allMatch(webhooks -> webhooks.told(SITE).contains(line)));
    }

    private static Path directory(String name) throws IOException {
        return Files.createDirectories(folder.resolve(name));
    }

    private static <T extends AutoCloseable> T started(T one) {
        STARTED.push(one);
        return one;
    }

    @AfterAll
    static void stop() throws Exception {
        for (AutoCloseable one : STARTED) {
            one.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPageGoesOnWhenASpareEnds(Way way) {
        assertFalse(of(WEBHOOKS, way).toldOver(SITE).contains(PAGED));
    }

    @Test
    void everyWayTellsOfTheSameObjectsAndOfNoReplica() throws IOException {
        Set<Map<String, String>> pages = pages(Way.PAIR);

        assertFalse(pages.isEmpty());
        assertEquals(pages, pages(Way.HANDED_ON));
        assertEquals(
                List.of(),
                pages.stream()
                        .filter(labels -> labels.containsKey("instance") || labels.containsKey("replica"))
                        .toList());
    }

    /** The labels of each page that goes on. */
    private static Set<Map<String, String>> pages(Way way) throws IOException {
        Set<Map<String, String>> pages = new HashSet<>();
        for (JsonNode alert : of(ALERTMANAGERS, way).alerts()) {
            if (RaisedAlert.of(alert.path("labels")).nameAndSeverity().equals(PAGE)) {
                Map<String, String> labels = new TreeMap<>();
                alert.path("labels")
                        .properties()
                        .forEach(label ->
                                labels.put(label.getKey(), label.getValue().asText()));
                pages.add(labels);
            }
        }
        return pages;
    }
}
