package io.github.ticryptexporter.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.ticryptexporter.testing.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.opentest4j.TestAbortedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The oldest Prometheus that counts and a current one scrape the demo each second, in OpenMetrics and in text. */
@Tag("e2e")
class ScrapedByPrometheusIT {
    private static final Logger LOG = LoggerFactory.getLogger(ScrapedByPrometheusIT.class);
    private static final String EACH_SECOND = "global: { scrape_interval: 1s, scrape_timeout: 1s }\n";

    /** Samples that Prometheus could not take as they are. */
    private static final Pattern REFUSED_SAMPLES =
            Pattern.compile("(?m)^prometheus_target_scrapes_(?:sample_\\w+|exceeded_\\w+)_total (\\d+)$");

    private static final Map<Release, PrometheusServer> SERVERS = new EnumMap<>(Release.class);

    @TempDir
    private static Path folder;

    private static RunningProcess demo;
    private static TextOnlyProxy proxy;

    /** A Prometheus, with the job that makes it ask for text. */
    enum Release {
        DEBIAN_12,
        FORKY;

        Path program() {
            return switch (this) {
                case DEBIAN_12 -> Tool.require("prometheus");
                case FORKY -> Tool.requireFrom("forky", "prometheus");
            };
        }

        String textJob(Web exporter, TextOnlyProxy textOnly) {
            return switch (this) {
                case DEBIAN_12 -> job(textOnly.authority(), "");
                case FORKY -> job(exporter.base().getAuthority(), "    scrape_protocols: [PrometheusText0.0.4]\n");
            };
        }

        private static String job(String target, String more) {
            return "  - job_name: text\n" + more + "    static_configs: [ { targets: [\"" + target + "\"] } ]\n";
        }
    }

    @BeforeAll
    static void start() throws Exception {
        demo = Jar.demo("--privacy.level=detailed");
        Web exporter = Web.ofDemo(demo).awaitReady();
        proxy = TextOnlyProxy.before(exporter);
        String printed = demo.awaitOut("(?s)( {2}scrape_configs:.*?)\n\n").indent(-2);
        for (Release release : Release.values()) {
            startIfThere(release, EACH_SECOND + printed + release.textJob(exporter, proxy));
        }
    }

    /** The tests of one that is missing ask again, and are skipped or fail. */
    private static void startIfThere(Release release, String configuration) throws IOException {
        try {
            Path home = Files.createDirectory(folder.resolve(release.name()));
            SERVERS.put(release, PrometheusServer.start(release.program(), home, configuration));
        } catch (TestAbortedException | AssertionError e) {
            LOG.warn("{}: {}", release, e.getMessage());
        }
    }

    @AfterAll
    static void stop() throws Exception {
        for (PrometheusServer server : SERVERS.values()) {
            server.close();
        }
        proxy.close();
        demo.close();
    }

    @ParameterizedTest
    @EnumSource
    void bothTargetsAreUpWithoutAnError(Release release) throws Exception {
        JsonNode targets = server(release).targets();

        assertEquals(2, targets.size());
        for (JsonNode target : targets) {
            assertEquals("up", target.path("health").asText());
            assertEquals("", target.path("lastError").asText());
        }
    }

    @ParameterizedTest
    @EnumSource
    void typesAndHelpsAreKnownFromBothFormats(Release release) throws Exception {
        PrometheusServer server = server(release);

        assertEquals("gauge", server.metadata("ticrypt_up").path("type").asText());
        assertTrue(server.metadata("ticrypt_up").path("help").asText().endsWith("."));
        assertEquals(
                "info", server.metadata("ticrypt_exporter_build").path("type").asText());
        assertEquals(
                "gauge",
                server.metadata("ticrypt_exporter_build_info").path("type").asText());
        assertEquals(
                "counter",
                server.metadata("ticrypt_poll_failures_total").path("type").asText());
        assertEquals(
                "histogram",
                server.metadata("ticrypt_api_request_duration_seconds")
                        .path("type")
                        .asText());
    }

    @ParameterizedTest
    @EnumSource
    void bothJobsAnswerQueriesAlike(Release release) throws Exception {
        PrometheusServer server = server(release);

        assertTrue(server.count("sum(ticrypt_vms{job=\"ticrypt\"})") > 0);
        assertTrue(server.count("sum(ticrypt_vms{job=\"text\"})") > 0);
        assertEquals(
                server.count("count(ticrypt_poll_failures_total{job=\"ticrypt\"})"),
                server.count("count(ticrypt_poll_failures_total{job=\"text\"})"));
        assertEquals(2, server.count("count(count by (job) (http_server_requests_seconds_count))"));
    }

    @ParameterizedTest
    @EnumSource
    void noSampleIsRefused(Release release) {
        PrometheusServer server = server(release);
        Map<Boolean, Long> counters = REFUSED_SAMPLES
                .matcher(server.ownMetrics())
                .results()
                .collect(Collectors.partitioningBy(counter -> counter.group(1).equals("0"), Collectors.counting()));

        assertEquals(0L, counters.get(false), server::log);
        assertTrue(counters.getOrDefault(true, 0L) >= 3, "the counters of refused samples are not where they were");
    }

    private static PrometheusServer server(Release release) {
        release.program();
        PrometheusServer server = SERVERS.get(release);
        if (server == null) {
            throw new IllegalStateException(release + " was not started");
        }
        return server.awaitTargets(2);
    }
}
