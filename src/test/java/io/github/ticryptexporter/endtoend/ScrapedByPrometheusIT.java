package io.github.ticryptexporter.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.ticryptexporter.testing.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.opentest4j.TestAbortedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The oldest Prometheus that counts and a current one scrape the demo each second, in every format that they know. */
@Tag("e2e")
class ScrapedByPrometheusIT {
    private static final Logger LOG = LoggerFactory.getLogger(ScrapedByPrometheusIT.class);
    private static final String EACH_SECOND = "global: { scrape_interval: 1s, scrape_timeout: 1s }\n";

    /** Samples that Prometheus could not take as they are. */
    private static final Pattern REFUSED_SAMPLES =
            Pattern.compile("(?m)^prometheus_target_scrapes_(?:sample_\\w+|exceeded_\\w+)_total (\\d+)$");

    private static final Map<Release, PrometheusServer> SERVERS = new EnumMap<>(Release.class);
    private static final Map<Release, Set<String>> OTHER_JOBS = new EnumMap<>(Release.class);

    @TempDir
    private static Path folder;

    private static RunningProcess demo;
    private static TextOnlyProxy proxy;

    /** What is there as long as the demo runs, whatever its fleet does. */
    private static final String LASTING = "__name__=~\"ticrypt_(api|poll|parse|stale|withheld|exporter)_.*\"";

    /** A Prometheus, with the jobs that make it ask for other formats than it likes best. */
    enum Release {
        /** Likes OpenMetrics best, as all do. */
        DEBIAN_12,
        /** Likes protobuf best. */
        DEBIAN_12_NATIVE_HISTOGRAMS,
        FORKY;

        Path program() {
            return switch (this) {
                case DEBIAN_12, DEBIAN_12_NATIVE_HISTOGRAMS -> Tool.require("prometheus");
                case FORKY -> Tool.requireFrom("forky", "prometheus");
            };
        }

        List<String> flags() {
            return switch (this) {
                case DEBIAN_12, FORKY -> List.of();
                case DEBIAN_12_NATIVE_HISTOGRAMS -> List.of("--enable-feature=native-histograms");
            };
        }

        /** By name; this is not the one that the demo prints. */
        Map<String, String> otherJobs(Web exporter, TextOnlyProxy textOnly) {
            return switch (this) {
                case DEBIAN_12, DEBIAN_12_NATIVE_HISTOGRAMS -> Map.of("text", job("text", textOnly.authority(), ""));
                case FORKY ->
                    Stream.of("PrometheusText0.0.4", "PrometheusText1.0.0", "PrometheusProto")
                            .collect(Collectors.toMap(
                                    protocol -> protocol,
                                    protocol -> job(
                                            protocol,
                                            exporter.base().getAuthority(),
                                            "    scrape_protocols: [" + protocol + "]\n")));
            };
        }

        private static String job(String name, String target, String more) {
            return "  - job_name: " + name + "\n" + more + "    static_configs: [ { targets: [\"" + target
                    + "\"] } ]\n";
        }
    }

    @BeforeAll
    static void start() throws Exception {
        demo = Jar.demo("--privacy.level=detailed");
        Web exporter = Web.ofDemo(demo).awaitReady();
        proxy = TextOnlyProxy.before(exporter);
        String printed = demo.awaitOut("(?s)( {2}scrape_configs:.*?)\n\n").indent(-2);
        for (Release release : Release.values()) {
            Map<String, String> others = release.otherJobs(exporter, proxy);
            OTHER_JOBS.put(release, others.keySet());
            startIfThere(release, EACH_SECOND + printed + String.join("", others.values()));
        }
    }

    /** The tests of one that is missing ask again, and are skipped or fail. */
    private static void startIfThere(Release release, String configuration) throws IOException {
        try {
            Path home = Files.createDirectory(folder.resolve(release.name()));
            SERVERS.put(release, PrometheusServer.start(release.program(), home, configuration, release.flags()));
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
    void everyTargetIsUpWithoutAnError(Release release) throws Exception {
        JsonNode targets = server(release).targets();

        assertEquals(1 + otherJobs(release).size(), targets.size());
        for (JsonNode target : targets) {
            assertEquals("up", target.path("health").asText());
            assertEquals("", target.path("lastError").asText());
        }
    }

    @ParameterizedTest
    @EnumSource
    void typesAndHelpsAreKnownFromTheFormats(Release release) throws Exception {
        PrometheusServer server = server(release);

        assertEquals("gauge", server.metadata("ticrypt_up").path("type").asText());
        assertTrue(server.metadata("ticrypt_up").path("help").asText().endsWith("."));
        // OpenMetrics alone knows infos; who likes protobuf best does not ask for it.
        assertEquals(
                release == Release.DEBIAN_12_NATIVE_HISTOGRAMS ? "" : "info",
                server.metadata("ticrypt_exporter_build").path("type").asText());
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
    void everyFormatMakesTheSameSeries(Release release) throws Exception {
        PrometheusServer server = server(release);

        assertTrue(server.count("count({job=\"ticrypt-exporter\"," + LASTING + "})") > 100);
        for (String job : otherJobs(release)) {
            assertEquals(-1, server.count("count(" + lasting("ticrypt-exporter") + missingFrom(job) + ")"), job);
            assertEquals(-1, server.count("count(" + lasting(job) + missingFrom("ticrypt-exporter") + ")"), job);
            assertTrue(server.count("sum(ticrypt_vms{job=\"" + job + "\"})") > 0, job);
            assertTrue(server.count("count(http_server_requests_seconds_count{job=\"" + job + "\"})") > 0, job);
        }
    }

    private static String missingFrom(String job) {
        return " unless ignoring (job, instance) " + lasting(job);
    }

    /** With a label for its name, which set operators do not look at. */
    private static String lasting(String job) {
        return "label_replace({job=\"" + job + "\"," + LASTING + "}, \"series\", \"$1\", \"__name__\", \"(.*)\")";
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
        return server.awaitTargets(1 + otherJobs(release).size());
    }

    private static Set<String> otherJobs(Release release) {
        return OTHER_JOBS.getOrDefault(release, Set.of());
    }
}
