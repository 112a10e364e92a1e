package io.github.ticryptexporter.metrics;

import static io.github.ticryptexporter.testing.Fleets.REALM;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.ticryptexporter.fleet.AnomalyKind;
import io.github.ticryptexporter.fleet.Api;
import io.github.ticryptexporter.fleet.FailureReason;
import io.github.ticryptexporter.fleet.FleetSnapshot;
import io.github.ticryptexporter.fleet.Source;
import io.github.ticryptexporter.fleet.SourceId;
import io.github.ticryptexporter.testing.Fleets;
import io.github.ticryptexporter.testing.ManualClock;
import io.github.ticryptexporter.testing.Snapshots;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Is the picture true, and the exporter about itself. */
class SourceExpositionTest {

    private static final SourceId VMS = new SourceId(Api.VMS, REALM);

    private static final String[] PER_SOURCE = {
        "ticrypt_up",
        "ticrypt_last_success_timestamp_seconds",
        "ticrypt_poll_duration_seconds",
        "ticrypt_poll_consecutive_failures",
        "ticrypt_objects",
        "ticrypt_response_bytes"
    };

    @Test
    void aSourceThatWasNeverAskedIsDownAndSaysNoMore() {
        var fleet = FleetSnapshot.EMPTY.with(Source.unread(VMS));
        assertEquals("""
                ticrypt_up{api="vms",realm="libvirt"} 0
                ticrypt_poll_consecutive_failures{api="vms",realm="libvirt"} 0
                """, Exposed.of(fleet).samples(PER_SOURCE));
    }

    @Test
    void aSourceThatAnsweredIsUp() {
        var fleet = Snapshots.knowing()
                .drives(Fleets.aReadyDrive("a"), Fleets.aReadyDrive("b"))
                .made();
        assertEquals("""
                ticrypt_up{api="drives",realm=""} 1
                ticrypt_last_success_timestamp_seconds{api="drives",realm=""} 1772366400
                ticrypt_poll_duration_seconds{api="drives",realm=""} 0.5
                ticrypt_poll_consecutive_failures{api="drives",realm=""} 0
                ticrypt_objects{api="drives",realm=""} 2
                ticrypt_response_bytes{api="drives",realm=""} 1000
                """, Exposed.of(fleet).samples(PER_SOURCE));
    }

    @Test
    void whatWasGoodLastIsKeptThroughFailuresAndStaleness() {
        var fleet = Snapshots.knowing().drives(Fleets.aReadyDrive("a")).made();
        Source<?> failed = Objects.requireNonNull(fleet.sources().get(SourceId.site(Api.DRIVES)))
                .failed(
                        ManualClock.START.plusSeconds(60),
                        Duration.ofSeconds(10),
                        new Source.Failure(FailureReason.TIMEOUT, "no answer in 10 s"))
                .expired();
        assertEquals("""
                ticrypt_up{api="drives",realm=""} 0
                ticrypt_last_success_timestamp_seconds{api="drives",realm=""} 1772366400
                ticrypt_poll_duration_seconds{api="drives",realm=""} 10
                ticrypt_poll_consecutive_failures{api="drives",realm=""} 1
                ticrypt_objects{api="drives",realm=""} 1
                ticrypt_response_bytes{api="drives",realm=""} 1000
                """, Exposed.of(fleet.with(failed)).samples(PER_SOURCE));
    }

    @Test
    void everyReasonToFailIsThereFromZero() {
        Source.Failure tls = new Source.Failure(FailureReason.TLS, "no agreement");
        var fleet = FleetSnapshot.EMPTY.with(Source.unread(VMS).failed(ManualClock.START, Duration.ofSeconds(1), tls));
        assertEquals("""
                ticrypt_poll_failures_total{api="vms",realm="libvirt",reason="client_error"} 0
                ticrypt_poll_failures_total{api="vms",realm="libvirt",reason="connect"} 0
                ticrypt_poll_failures_total{api="vms",realm="libvirt",reason="forbidden"} 0
                ticrypt_poll_failures_total{api="vms",realm="libvirt",reason="malformed"} 0
                ticrypt_poll_failures_total{api="vms",realm="libvirt",reason="not_found"} 0
                ticrypt_poll_failures_total{api="vms",realm="libvirt",reason="rate_limited"} 0
                ticrypt_poll_failures_total{api="vms",realm="libvirt",reason="server_error"} 0
                ticrypt_poll_failures_total{api="vms",realm="libvirt",reason="timeout"} 0
                ticrypt_poll_failures_total{api="vms",realm="libvirt",reason="tls"} 1
                ticrypt_poll_failures_total{api="vms",realm="libvirt",reason="too_large"} 0
                ticrypt_poll_failures_total{api="vms",realm="libvirt",reason="unauthorized"} 0
                ticrypt_poll_failures_total{api="vms",realm="libvirt",reason="unexpected_status"} 0
                """, Exposed.of(fleet).samples("ticrypt_poll_failures_total"));
    }

    @Test
    void whatIsCountedForARouteIsThereFromZero() {
        var fleet = FleetSnapshot.EMPTY.withTally(Api.TEAMS, tally -> tally);
        assertEquals(
                """
                ticrypt_poll_interval_seconds{api="teams"} 60
                ticrypt_stale_after_seconds{api="teams"} 300
                ticrypt_parse_anomalies_total{api="teams",kind="bad_element"} 0
                ticrypt_parse_anomalies_total{api="teams",kind="bad_value"} 0
                ticrypt_parse_anomalies_total{api="teams",kind="duplicate_id"} 0
                ticrypt_parse_anomalies_total{api="teams",kind="missing_field"} 0
                ticrypt_parse_anomalies_total{api="teams",kind="unknown_enum"} 0
                ticrypt_api_responses_total{api="teams",code="200"} 0
                ticrypt_api_responses_total{api="teams",code="401"} 0
                ticrypt_api_responses_total{api="teams",code="403"} 0
                ticrypt_api_responses_total{api="teams",code="404"} 0
                ticrypt_api_responses_total{api="teams",code="429"} 0
                ticrypt_api_responses_total{api="teams",code="500"} 0
                ticrypt_api_responses_total{api="teams",code="502"} 0
                ticrypt_api_responses_total{api="teams",code="503"} 0
                """,
                Exposed.of(fleet)
                        .samples(
                                "ticrypt_poll_interval_seconds",
                                "ticrypt_stale_after_seconds",
                                "ticrypt_token_accepted",
                                "ticrypt_parse_anomalies_total",
                                "ticrypt_api_responses_total",
                                "ticrypt_clock_skew_seconds"));
    }

    @Test
    void anUnusualStatusHasARowOnceItWasSeen() {
        var fleet = FleetSnapshot.EMPTY.withTally(
                Api.TEAMS, tally -> tally.plusResponse(418, 1).plusAnomalies(Map.of(AnomalyKind.BAD_VALUE, 3)));
        Exposed exposed = Exposed.of(fleet);
        assertEquals("""
                ticrypt_api_responses_total{api="teams",code="418"} 1
                """, containing("418", exposed.samples("ticrypt_api_responses_total")));
        assertEquals("""
                ticrypt_parse_anomalies_total{api="teams",kind="bad_value"} 3
                """, containing("bad_value", exposed.samples("ticrypt_parse_anomalies_total")));
    }

    @Test
    void latenciesAreAHistogramOfCumulativeBuckets() {
        var fleet = FleetSnapshot.EMPTY.withTally(
                Api.TEAMS,
                tally -> tally.plusResponse(200, 0.005).plusResponse(200, 0.3).plusResponse(200, 61));
        assertEquals(
                """
                ticrypt_api_request_duration_seconds_bucket{api="teams",le="0.005"} 1
                ticrypt_api_request_duration_seconds_bucket{api="teams",le="0.01"} 1
                ticrypt_api_request_duration_seconds_bucket{api="teams",le="0.025"} 1
                ticrypt_api_request_duration_seconds_bucket{api="teams",le="0.05"} 1
                ticrypt_api_request_duration_seconds_bucket{api="teams",le="0.1"} 1
                ticrypt_api_request_duration_seconds_bucket{api="teams",le="0.25"} 1
                ticrypt_api_request_duration_seconds_bucket{api="teams",le="0.5"} 2
                ticrypt_api_request_duration_seconds_bucket{api="teams",le="1.0"} 2
                ticrypt_api_request_duration_seconds_bucket{api="teams",le="2.5"} 2
                ticrypt_api_request_duration_seconds_bucket{api="teams",le="5.0"} 2
                ticrypt_api_request_duration_seconds_bucket{api="teams",le="10.0"} 2
                ticrypt_api_request_duration_seconds_bucket{api="teams",le="30.0"} 2
                ticrypt_api_request_duration_seconds_bucket{api="teams",le="60.0"} 2
                ticrypt_api_request_duration_seconds_bucket{api="teams",le="+Inf"} 3
                ticrypt_api_request_duration_seconds_count{api="teams"} 3
                ticrypt_api_request_duration_seconds_sum{api="teams"} 61.305
                """,
                Exposed.of(fleet)
                        .samples(
                                "ticrypt_api_request_duration_seconds_bucket",
                                "ticrypt_api_request_duration_seconds_count",
                                "ticrypt_api_request_duration_seconds_sum"));
    }

    @Test
    void aTokenIsTakenOrNotOnceItsRouteHasSaidSo() {
        var fleet = FleetSnapshot.EMPTY
                .withTally(Api.VMS, tally -> tally.plusResponse(200, 1))
                .withTally(Api.TEAMS, tally -> tally.plusResponse(403, 1))
                .withTally(Api.USERS, tally -> tally.plusResponse(500, 1));
        assertEquals("""
                ticrypt_token_accepted{api="teams",token="team"} 0
                ticrypt_token_accepted{api="vms",token="vm"} 1
                """, Exposed.of(fleet).samples("ticrypt_token_accepted"));
    }

    @Test
    void theClockMayBeOffByAnything() {
        assertEquals("""
                ticrypt_clock_skew_seconds -3.25
                """, skewed(Duration.ofMillis(-3250)));
        assertEquals("""
                ticrypt_clock_skew_seconds 251629891200
                """, skewed(Duration.between(ManualClock.START, Instant.parse("9999-12-31T12:00:00Z"))));
    }

    @Test
    void theExporterTellsOfItself() {
        var fleet = Snapshots.knowing().teams(Fleets.aTeamWithoutLimits()).made();
        assertEquals(
                """
                ticrypt_exporter_build_info{java_version="17.0.42",revision="0042abc",version="1.2.3"} 1
                ticrypt_exporter_series 8
                ticrypt_exporter_series_limit 200000
                ticrypt_exporter_config_last_reload_successful 1
                ticrypt_exporter_config_last_reload_success_timestamp_seconds 1772366340
                """,
                Exposed.of(fleet)
                        .samples(
                                "ticrypt_exporter_build_info",
                                "ticrypt_exporter_series",
                                "ticrypt_exporter_series_limit",
                                "ticrypt_exporter_config_last_reload_successful",
                                "ticrypt_exporter_config_last_reload_success_timestamp_seconds"));
    }

    private static String skewed(Duration skew) {
        return Exposed.of(FleetSnapshot.EMPTY.withClockSkew(skew)).samples("ticrypt_clock_skew_seconds");
    }

    private static String containing(String part, String lines) {
        return lines.lines()
                .filter(line -> line.contains(part))
                .map(line -> line + "\n")
                .reduce("", String::concat);
    }
}
