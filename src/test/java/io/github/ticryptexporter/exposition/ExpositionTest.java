package io.github.ticryptexporter.exposition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.ticryptexporter.metrics.ExposedFamily;
import io.github.ticryptexporter.testing.ManualClock;
import java.time.Duration;
import java.util.AbstractList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ExpositionTest {
    private static final String OPENMETRICS = "application/openmetrics-text";
    private static final ScrapeRequest OPENMETRICS_GZIP = new ScrapeRequest(OPENMETRICS, "gzip", Set.of());

    private final ManualClock clock = new ManualClock();
    private final Exposition exposition = new Exposition(Families::ofTheExporter, clock);

    @Test
    void textIsTheFleetFollowedByTheExporter() {
        publish(exposition, Families.ofAFleet());

        Body body = exposition.scrape(ScrapeRequest.PLAIN);

        assertEquals("text/plain; version=0.0.4; charset=utf-8", body.contentType());
        assertEquals("", body.contentEncoding());
        assertEquals("""
                # HELP ticrypt_drives Drives by state, as polled.
                # TYPE ticrypt_drives gauge
                ticrypt_drives{realm="libvirt",state="ReadWrite"} 0
                ticrypt_drives{realm="libvirt",state="Ready"} 3
                # HELP ticrypt_poll_failures_total Failed attempts since the start.
                # TYPE ticrypt_poll_failures_total counter
                ticrypt_poll_failures_total{api="drives",reason="timeout"} 2
                # HELP ticrypt_team_info Names of teams, as polled.
                # TYPE ticrypt_team_info gauge
                ticrypt_team_info{name="Te\\"am\\\\-0042\\né",team="t-0042"} 1
                # HELP jvm_threads_live_threads Live threads.
                # TYPE jvm_threads_live_threads gauge
                jvm_threads_live_threads 17
                """, Bodies.text(body));
    }

    @Test
    void openMetricsHasInfosAndEndsOnce() {
        publish(exposition, Families.ofAFleet());

        Body body = exposition.scrape(new ScrapeRequest(OPENMETRICS, "", Set.of()));

        assertEquals("application/openmetrics-text; version=1.0.0; charset=utf-8", body.contentType());
        assertEquals("""
                # TYPE ticrypt_drives gauge
                # HELP ticrypt_drives Drives by state, as polled.
                ticrypt_drives{realm="libvirt",state="ReadWrite"} 0
                ticrypt_drives{realm="libvirt",state="Ready"} 3
                # TYPE ticrypt_poll_failures counter
                # HELP ticrypt_poll_failures Failed attempts since the start.
                ticrypt_poll_failures_total{api="drives",reason="timeout"} 2
                # TYPE ticrypt_team info
                # HELP ticrypt_team Names of teams, as polled.
                ticrypt_team_info{name="Te\\"am\\\\-0042\\né",team="t-0042"} 1
                # TYPE jvm_threads_live_threads gauge
                # HELP jvm_threads_live_threads Live threads.
                jvm_threads_live_threads 17
                # EOF
                """, Bodies.text(body));
    }

    @Test
    void beforeTheFirstPublishAScrapeShowsTheExporterAlone() {
        assertEquals("""
                # TYPE jvm_threads_live_threads gauge
                # HELP jvm_threads_live_threads Live threads.
                jvm_threads_live_threads 17
                # EOF
                """, Bodies.text(exposition.scrape(OPENMETRICS_GZIP)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", OPENMETRICS})
    void theGzipBodyHoldsWhatThePlainOneDoes(String accept) {
        publish(exposition, Families.ofGeneration(1, 10_000));

        Body plain = exposition.scrape(new ScrapeRequest(accept, "", Set.of()));
        Body gzip = exposition.scrape(new ScrapeRequest(accept, "gzip", Set.of()));

        assertEquals("gzip", gzip.contentEncoding());
        assertEquals(Bodies.text(plain), Bodies.text(gzip));
    }

    @ParameterizedTest
    @CsvSource({"'',''", "'',gzip", OPENMETRICS + ",''", OPENMETRICS + ",gzip"})
    void theLengthIsThatOfTheBytesWritten(String accept, String acceptEncoding) {
        publish(exposition, Families.ofAFleet());

        Body body = exposition.scrape(new ScrapeRequest(accept, acceptEncoding, Set.of()));

        assertEquals(Bodies.bytes(body).length, body.length());
    }

    @Test
    void aPublishDuringAScrapeIsSeenByTheNextOne() {
        AtomicReference<Runnable> meanwhile = new AtomicReference<>(() -> {});
        Exposition overtaken = new Exposition(
                () -> {
                    meanwhile.getAndSet(() -> {}).run();
                    return List.of();
                },
                clock);
        publish(overtaken, Families.ofGeneration(1, 1));
        meanwhile.set(() -> publish(overtaken, Families.ofGeneration(2, 1)));

        Body during = overtaken.scrape(ScrapeRequest.PLAIN);
        Body after = overtaken.scrape(ScrapeRequest.PLAIN);

        assertEquals(generation(1), Bodies.text(during));
        assertEquals(generation(2), Bodies.text(after));
    }

    @Test
    void aPublishThatIsStillBeingRenderedDelaysNoScrape() throws Exception {
        publish(exposition, List.of());
        String before = Bodies.text(exposition.scrape(ScrapeRequest.PLAIN));
        CountDownLatch rendering = new CountDownLatch(1);
        CountDownLatch mayGoOn = new CountDownLatch(1);
        CompletableFuture<Void> publish = CompletableFuture.runAsync(
                () -> publish(exposition, new SlowList(Families.ofAFleet(), rendering, mayGoOn)));
        rendering.await();

        assertEquals(before, Bodies.text(exposition.scrape(ScrapeRequest.PLAIN)));
        mayGoOn.countDown();
        publish.get();
        assertNotEquals(before, Bodies.text(exposition.scrape(ScrapeRequest.PLAIN)));
    }

    @Test
    void theExportersOwnFamiliesAreAskedAtEveryScrape() {
        AtomicInteger scrapes = new AtomicInteger();
        Exposition counting = new Exposition(() -> Families.ofGeneration(scrapes.incrementAndGet(), 1), clock);

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
        publish(exposition, Families.ofAFleet());

        assertEquals(
                """
                # TYPE ticrypt_poll_failures counter
                # HELP ticrypt_poll_failures Failed attempts since the start.
                ticrypt_poll_failures_total{api="drives",reason="timeout"} 2
                # EOF
                """,
                Bodies.text(exposition.scrape(
                        new ScrapeRequest(OPENMETRICS, "gzip", Set.of(name, String.valueOf(another))))));
    }

    @Test
    void theFilterPicksFromTheFleetAndFromTheExporter() {
        publish(exposition, Families.ofAFleet());

        assertEquals(
                """
                # HELP ticrypt_team_info Names of teams, as polled.
                # TYPE ticrypt_team_info gauge
                ticrypt_team_info{name="Te\\"am\\\\-0042\\né",team="t-0042"} 1
                # HELP jvm_threads_live_threads Live threads.
                # TYPE jvm_threads_live_threads gauge
                jvm_threads_live_threads 17
                """,
                Bodies.text(exposition.scrape(
                        new ScrapeRequest("", "", Set.of("jvm_threads_live_threads", "ticrypt_team_info")))));
    }

    @Test
    void aFilterThatNothingMatchesLeavesAnEmptyExposition() {
        publish(exposition, Families.ofAFleet());

        assertEquals("", Bodies.text(exposition.scrape(new ScrapeRequest("", "", Set.of("ticrypt_driv")))));
        assertEquals(
                "# EOF\n", Bodies.text(exposition.scrape(new ScrapeRequest(OPENMETRICS, "", Set.of("ticrypt_driv")))));
    }

    @Test
    void aBlankNameIsNoFilter() {
        assertNotEquals("", Bodies.text(exposition.scrape(new ScrapeRequest("", "", Set.of("", " ")))));
    }

    @Test
    void whatWasAskedForIsRenderedWithThePublishAndNotAgain() {
        exposition.scrape(ScrapeRequest.PLAIN);
        exposition.publish(Families.ofAFleet(), ExpositionTest::never);

        exposition.scrape(ScrapeRequest.PLAIN);
        assertThrows(IllegalStateException.class, () -> exposition.scrape(OPENMETRICS_GZIP));
    }

    @Test
    void whatWasNotAskedForIsRenderedOnceForAllScrapesOfAPublish() {
        AtomicInteger made = new AtomicInteger();
        exposition.publish(Families.ofAFleet(), () -> {
            made.incrementAndGet();
            return Families.ofAFleet();
        });

        assertEquals(
                Bodies.text(exposition.scrape(OPENMETRICS_GZIP)), Bodies.text(exposition.scrape(OPENMETRICS_GZIP)));
        assertEquals(1, made.get());
    }

    @Test
    void aSelectionIsRenderedOnceForAllScrapesOfAPublish() {
        AtomicInteger made = new AtomicInteger();
        exposition.publish(Families.ofAFleet(), () -> {
            made.incrementAndGet();
            return Families.ofAFleet();
        });
        ScrapeRequest selection = new ScrapeRequest("", "gzip", Set.of("ticrypt_drives"));

        assertEquals(Bodies.text(exposition.scrape(selection)), Bodies.text(exposition.scrape(selection)));
        assertEquals(1, made.get());
    }

    @Test
    void whatNobodyAskedForInTenMinutesIsNoLongerRendered() {
        exposition.scrape(ScrapeRequest.PLAIN);
        clock.advance(Duration.ofMinutes(10).plusNanos(1));

        exposition.publish(Families.ofAFleet(), ExpositionTest::never);

        assertThrows(IllegalStateException.class, () -> exposition.scrape(ScrapeRequest.PLAIN));
    }

    private static List<ExposedFamily> never() {
        throw new IllegalStateException("this was to be rendered already");
    }

    private static void publish(Exposition exposition, List<ExposedFamily> families) {
        exposition.publish(families, () -> families);
    }

    private static String generation(int generation) {
        return """
                # HELP ticrypt_first The generation.
                # TYPE ticrypt_first gauge
                ticrypt_first{sample="0"} %1$d
                # HELP ticrypt_second The generation.
                # TYPE ticrypt_second gauge
                ticrypt_second{sample="0"} %1$d
                """.formatted(generation);
    }

    /** Says when it is first looked at, and then waits. */
    private static final class SlowList extends AbstractList<ExposedFamily> {
        private final List<ExposedFamily> families;
        private final CountDownLatch looked;
        private final CountDownLatch mayGoOn;

        SlowList(List<ExposedFamily> families, CountDownLatch looked, CountDownLatch mayGoOn) {
            this.families = families;
            this.looked = looked;
            this.mayGoOn = mayGoOn;
        }

        @Override
        public ExposedFamily get(int index) {
            looked.countDown();
            try {
                mayGoOn.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return families.get(index);
        }

        @Override
        public int size() {
            return families.size();
        }
    }
}
