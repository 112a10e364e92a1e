package io.github.ticryptexporter.exposition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ExpositionTest {
    private static final String OPENMETRICS = "application/openmetrics-text";
    private static final ScrapeRequest OPENMETRICS_GZIP = new ScrapeRequest(OPENMETRICS, "gzip", Set.of());

    private final Exposition exposition = new Exposition(Families::ofTheExporter);

    @Test
    void textIsTheFleetFollowedByTheExporter() {
        exposition.publish(Families.ofAFleet());

        Body body = exposition.scrape(ScrapeRequest.PLAIN);

        assertEquals("text/plain; version=0.0.4; charset=utf-8", body.contentType());
        assertEquals("", body.contentEncoding());
        assertEquals("""
                # HELP ticrypt_drives Drives by state, as polled.
                # TYPE ticrypt_drives gauge
                ticrypt_drives{realm="libvirt",state="ReadWrite"} 0.0
                ticrypt_drives{realm="libvirt",state="Ready"} 3.0
                # HELP ticrypt_poll_failures_total Failed attempts since the start.
                # TYPE ticrypt_poll_failures_total counter
                ticrypt_poll_failures_total{api="drives",reason="timeout"} 2.0
                # HELP ticrypt_team_info Names of teams, as polled.
                # TYPE ticrypt_team_info gauge
                ticrypt_team_info{name="Te\\"am\\\\-0042\\né",team="t-0042"} 1
                # HELP jvm_threads_live_threads Live threads.
                # TYPE jvm_threads_live_threads gauge
                jvm_threads_live_threads 17.0
                """, Bodies.text(body));
    }

    @Test
    void openMetricsHasInfosAndEndsOnce() {
        exposition.publish(Families.ofAFleet());

        Body body = exposition.scrape(new ScrapeRequest(OPENMETRICS, "", Set.of()));

        assertEquals("application/openmetrics-text; version=1.0.0; charset=utf-8", body.contentType());
        assertEquals("""
                # TYPE ticrypt_drives gauge
                # HELP ticrypt_drives Drives by state, as polled.
                ticrypt_drives{realm="libvirt",state="ReadWrite"} 0.0
                ticrypt_drives{realm="libvirt",state="Ready"} 3.0
                # TYPE ticrypt_poll_failures counter
                # HELP ticrypt_poll_failures Failed attempts since the start.
                ticrypt_poll_failures_total{api="drives",reason="timeout"} 2.0
                # TYPE ticrypt_team info
                # HELP ticrypt_team Names of teams, as polled.
                ticrypt_team_info{name="Te\\"am\\\\-0042\\né",team="t-0042"} 1
                # TYPE jvm_threads_live_threads gauge
                # HELP jvm_threads_live_threads Live threads.
                jvm_threads_live_threads 17.0
                # EOF
                """, Bodies.text(body));
    }

    @Test
    void beforeTheFirstPublishAScrapeShowsTheExporterAlone() {
        assertEquals("""
                # TYPE jvm_threads_live_threads gauge
                # HELP jvm_threads_live_threads Live threads.
                jvm_threads_live_threads 17.0
                # EOF
                """, Bodies.text(exposition.scrape(OPENMETRICS_GZIP)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", OPENMETRICS})
    void theGzipBodyHoldsWhatThePlainOneDoes(String accept) {
        exposition.publish(Families.ofGeneration(1, 10_000));

        Body plain = exposition.scrape(new ScrapeRequest(accept, "", Set.of()));
        Body gzip = exposition.scrape(new ScrapeRequest(accept, "gzip", Set.of()));

        assertEquals("gzip", gzip.contentEncoding());
        assertEquals(Bodies.text(plain), Bodies.text(gzip));
    }

    @ParameterizedTest
    @CsvSource({"'',''", "'',gzip", OPENMETRICS + ",''", OPENMETRICS + ",gzip"})
    void theLengthIsThatOfTheBytesWritten(String accept, String acceptEncoding) {
        exposition.publish(Families.ofAFleet());

        Body body = exposition.scrape(new ScrapeRequest(accept, acceptEncoding, Set.of()));

        assertEquals(Bodies.bytes(body).length, body.length());
    }

    @Test
    void aPublishDuringAScrapeIsSeenByTheNextOne() {
        AtomicReference<Runnable> meanwhile = new AtomicReference<>(() -> {});
        Exposition overtaken = new Exposition(() -> {
            meanwhile.getAndSet(() -> {}).run();
            return MetricSnapshots.of();
        });
        overtaken.publish(Families.ofGeneration(1, 1));
        meanwhile.set(() -> overtaken.publish(Families.ofGeneration(2, 1)));

        Body during = overtaken.scrape(ScrapeRequest.PLAIN);
        Body after = overtaken.scrape(ScrapeRequest.PLAIN);

        assertEquals(generation(1), Bodies.text(during));
        assertEquals(generation(2), Bodies.text(after));
    }

    @Test
    void theExportersOwnFamiliesAreAskedAtEveryScrape() {
        AtomicInteger scrapes = new AtomicInteger();
        Exposition counting = new Exposition(() -> Families.ofGeneration(scrapes.incrementAndGet(), 1));

        assertEquals(generation(1), Bodies.text(counting.scrape(ScrapeRequest.PLAIN)));
        assertEquals(generation(2), Bodies.text(counting.scrape(ScrapeRequest.PLAIN)));
    }

    @ParameterizedTest
    @CsvSource({
        "ticrypt_poll_failures,",
        "ticrypt_poll_failures_total,",
        "ticrypt_poll_failures_total, nonsense",
    })
    void aCounterIsFilteredByEitherOfItsNames(String name, String another) {
        exposition.publish(Families.ofAFleet());

        assertEquals(
                """
                # TYPE ticrypt_poll_failures counter
                # HELP ticrypt_poll_failures Failed attempts since the start.
                ticrypt_poll_failures_total{api="drives",reason="timeout"} 2.0
                # EOF
                """,
                Bodies.text(exposition.scrape(
                        new ScrapeRequest(OPENMETRICS, "gzip", Set.of(name, String.valueOf(another))))));
    }

    @Test
    void theFilterPicksFromTheFleetAndFromTheExporter() {
        exposition.publish(Families.ofAFleet());

        assertEquals(
                """
                # HELP ticrypt_team_info Names of teams, as polled.
                # TYPE ticrypt_team_info gauge
                ticrypt_team_info{name="Te\\"am\\\\-0042\\né",team="t-0042"} 1
                # HELP jvm_threads_live_threads Live threads.
                # TYPE jvm_threads_live_threads gauge
                jvm_threads_live_threads 17.0
                """,
                Bodies.text(exposition.scrape(
                        new ScrapeRequest("", "", Set.of("jvm_threads_live_threads", "ticrypt_team_info")))));
    }

    @Test
    void aFilterThatNothingMatchesLeavesAnEmptyExposition() {
        exposition.publish(Families.ofAFleet());

        assertEquals("", Bodies.text(exposition.scrape(new ScrapeRequest("", "", Set.of("ticrypt_driv")))));
        assertEquals(
                "# EOF\n", Bodies.text(exposition.scrape(new ScrapeRequest(OPENMETRICS, "", Set.of("ticrypt_driv")))));
    }

    @Test
    void aBlankNameIsNoFilter() {
        assertNotEquals("", Bodies.text(exposition.scrape(new ScrapeRequest("", "", Set.of("", " ")))));
    }

    @Test
    void aPublishIsRenderedOnceForAllItsScrapes() {
        Publication publication = new Publication(Families.ofAFleet());
        Variant variant = new Variant(Format.TEXT_0_0_4, Encoding.IDENTITY);

        byte[] first = publication.followedBy(new byte[0], variant).get(0);
        byte[] second = publication.followedBy(new byte[0], variant).get(0);

        assertSame(first, second);
    }

    private static String generation(int generation) {
        return """
                # HELP ticrypt_first The generation.
                # TYPE ticrypt_first gauge
                ticrypt_first{sample="0"} %1$d.0
                # HELP ticrypt_second The generation.
                # TYPE ticrypt_second gauge
                ticrypt_second{sample="0"} %1$d.0
                """.formatted(generation);
    }
}
