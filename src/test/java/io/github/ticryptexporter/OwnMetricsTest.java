package io.github.ticryptexporter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ticryptexporter.exposition.Exposition;
import io.github.ticryptexporter.exposition.ScrapeRequest;
import io.github.ticryptexporter.http.Endpoints;
import io.github.ticryptexporter.http.FinishedRequest;
import io.github.ticryptexporter.http.HttpServer;
import io.github.ticryptexporter.http.HttpSettings;
import io.github.ticryptexporter.http.Limit;
import io.github.ticryptexporter.http.MetricsBody;
import io.github.ticryptexporter.http.Page;
import io.github.ticryptexporter.http.Refusal;
import io.github.ticryptexporter.http.Reloaded;
import io.github.ticryptexporter.metrics.ExposedFamily;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class OwnMetricsTest {
    private final OwnMetrics own = new OwnMetrics();

    @BeforeEach
    void start() {
        own.start();
    }

    @AfterEach
    void close() {
        own.close();
    }

    @Test
    void familiesHaveTheNamesThatDashboardsKnow() {
        assertEquals(
                """
                counter http_server_limits_met_total
                counter http_server_refusals_total
                gauge jvm_buffer_count_buffers
                gauge jvm_buffer_memory_used_bytes
                gauge jvm_buffer_total_capacity_bytes
                gauge jvm_classes_loaded_classes
                counter jvm_classes_loaded_count_classes_total
                counter jvm_classes_unloaded_classes_total
                gauge jvm_gc_live_data_size_bytes
                gauge jvm_gc_max_data_size_bytes
                counter jvm_gc_memory_allocated_bytes_total
                counter jvm_gc_memory_promoted_bytes_total
                info jvm_info
                gauge jvm_memory_committed_bytes
                gauge jvm_memory_max_bytes
                gauge jvm_memory_used_bytes
                gauge jvm_threads_daemon_threads
                gauge jvm_threads_live_threads
                gauge jvm_threads_peak_threads
                counter jvm_threads_started_threads_total
                counter process_cpu_seconds_total
                gauge process_files_max_files
                gauge process_files_open_files
                gauge process_start_time_seconds
                gauge process_uptime_seconds
                counter ticrypt_exporter_publish_failures_total
                """,
                lines(own.families().stream()
                        // There from the first collection on.
                        .filter(family -> !family.name().matches("jvm_gc_(pause|concurrent)_.*"))
                        .map(family -> family.type().label() + " " + family.name())
                        .toList()));
    }

    @Test
    void eachFamilyIsExplained() {
        own.families().forEach(family -> assertTrue(family.help().length() > 10, family.name()));
    }

    @Test
    void answeredRequestsAreCountedByMethodPathAndStatus() throws IOException {
        own.answered(new FinishedRequest("GET", "/metrics", 200, Duration.ofMillis(250)));
        own.answered(new FinishedRequest("GET", "/metrics", 200, Duration.ofMillis(500)));
        own.answered(new FinishedRequest("HEAD", "other", 404, Duration.ofMillis(1)));

        assertEquals("""
                # HELP http_server_requests_seconds Requests that the exporter answered.
                # TYPE http_server_requests_seconds summary
                http_server_requests_seconds_count{method="GET",status="200",uri="/metrics"} 2
                http_server_requests_seconds_sum{method="GET",status="200",uri="/metrics"} 0.75
                http_server_requests_seconds_count{method="HEAD",status="404",uri="other"} 1
                http_server_requests_seconds_sum{method="HEAD",status="404",uri="other"} 0.001
                # HELP http_server_requests_seconds_max Requests that the exporter answered.
                # TYPE http_server_requests_seconds_max gauge
                http_server_requests_seconds_max{method="GET",status="200",uri="/metrics"} 0.5
                http_server_requests_seconds_max{method="HEAD",status="404",uri="other"} 0.001
                """, text("http_server_requests_seconds", "http_server_requests_seconds_max"));
    }

    @Test
    void limitsStandBesideWhatTheyLimit() throws IOException {
        Endpoints nothing = new Endpoints(
                request -> new MetricsBody("text/plain", "", List.of()),
                () -> true,
                () -> new Page("", ""),
                () -> "",
                () -> new Reloaded(true, List.of()));
        HttpSettings settings = new HttpSettings(
                List.of(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0)), "/metrics", false);
        own.watch(new HttpServer(settings, nothing, own));
        own.met(Limit.REQUESTS);

        assertEquals(
                """
                # HELP http_server_connections Open connections to the exporter.
                # TYPE http_server_connections gauge
                http_server_connections 0
                # HELP http_server_connections_limit Open connections above which one is closed for each further one, strangers first.
                # TYPE http_server_connections_limit gauge
                http_server_connections_limit 128
                # HELP http_server_limits_met_total Clients made to wait, turned away or cut off, by the limit of the server that they met.
                # TYPE http_server_limits_met_total counter
                http_server_limits_met_total{limit="answer_time"} 0
                http_server_limits_met_total{limit="body_size"} 0
                http_server_limits_met_total{limit="connections"} 0
                http_server_limits_met_total{limit="header_size"} 0
                http_server_limits_met_total{limit="password_checks"} 0
                http_server_limits_met_total{limit="rate"} 0
                http_server_limits_met_total{limit="request_time"} 0
                http_server_limits_met_total{limit="requests"} 1
                # HELP http_server_requests_active Requests being answered, health checks apart.
                # TYPE http_server_requests_active gauge
                http_server_requests_active 0
                # HELP http_server_requests_active_limit Requests being answered above which further ones are turned away.
                # TYPE http_server_requests_active_limit gauge
                http_server_requests_active_limit 16
                """,
                text(
                        "http_server_connections",
                        "http_server_connections_limit",
                        "http_server_limits_met_total",
                        "http_server_requests_active",
                        "http_server_requests_active_limit"));
    }

    @Test
    void whoIsTurnedAwayIsCountedByWhy() throws IOException {
        own.refused(Refusal.WRONG_CREDENTIALS);

        assertEquals("""
                # HELP http_server_refusals_total Strangers turned away: requests without credentials or with wrong ones, handshakes of TLS that failed, and connections from before the web configuration changed.
                # TYPE http_server_refusals_total counter
                http_server_refusals_total{reason="connection"} 0
                http_server_refusals_total{reason="handshake"} 0
                http_server_refusals_total{reason="no_credentials"} 0
                http_server_refusals_total{reason="wrong_credentials"} 1
                """, text("http_server_refusals_total"));
    }

    @Test
    void processorTimeOnlyGrows() {
        assertTrue(value("process_cpu_seconds_total") > 0);
        assertTrue(value("process_cpu_seconds_total") <= value("process_cpu_seconds_total"));
    }

    private double value(String name) {
        ExposedFamily found = own.families().stream()
                .filter(family -> family.name().equals(name))
                .findFirst()
                .orElseThrow();
        return found.samples().value(0);
    }

    private String text(String... names) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Exposition(own::families, System::nanoTime)
                .scrape(new ScrapeRequest("", "", Set.of(names)))
                .writeTo(out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static String lines(List<String> lines) {
        return String.join("\n", lines) + "\n";
    }
}
