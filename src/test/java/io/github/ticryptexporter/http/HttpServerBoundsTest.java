package io.github.ticryptexporter.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ticryptexporter.testing.RecordedLog;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What clients cannot do to the server, however slow or many they are. */
final class HttpServerBoundsTest {
    private static final Bounds USUAL = Bounds.DEFAULT;
    private static final Bounds THREE_CONNECTIONS =
            new Bounds(3, USUAL.requests(), USUAL.idle(), USUAL.request(), USUAL.answer());
    private static final Bounds TWO_REQUESTS =
            new Bounds(USUAL.connections(), 2, USUAL.idle(), USUAL.request(), USUAL.answer());
    private static final Duration MOMENT = Duration.ofMillis(1);

    /** More than the sockets between client and server hold. */
    private static final MetricsBody LARGE =
            new MetricsBody("text/plain", "", Collections.nCopies(64, new byte[1024 * 1024]));

    private final List<RawClient> clients = new ArrayList<>();

    @AfterEach
    void hangUp() throws IOException {
        for (RawClient client : clients) {
            client.close();
        }
    }

    @Test
    void aRequestThatTricklesInIsCutOff() throws IOException {
        try (FakeExporter exporter = FakeExporter.started()) {
            RawClient client = connected(exporter);
            client.send("GET /metrics HTTP/1.1\nX-Slow: ");
            awaitConnections(exporter, 1);

            exporter.elapse(Duration.ofSeconds(5));
            client.send("x");
            exporter.elapse(Duration.ofSeconds(5));
            client.send("x");
            assertEquals(1, exporter.server.connections());
            exporter.elapse(MOMENT);

            assertTrue(client.isCutOff());
            assertEquals(0, exporter.server.connections());
            assertEquals(List.of(Limit.REQUEST_TIME), List.copyOf(exporter.met));
        }
    }

    @Test
    void aConnectionMayRestBetweenRequestsBeforeTheNextIsDue() throws IOException {
        try (FakeExporter exporter = FakeExporter.started()) {
            RawClient client = connected(exporter);
            client.send("GET /-/healthy HTTP/1.1\nHost: x\n\n");
            assertEquals("HTTP/1.1 200 OK", client.line());
            Awaitility.await().until(() -> exporter.finished.size() == 1);

            exporter.elapse(Duration.ofSeconds(30));
            client.send("GET /-/healthy HTTP/1.1\n");
            exporter.elapse(Duration.ofSeconds(10));
            assertEquals(1, exporter.server.connections());
            exporter.elapse(MOMENT);

            assertEquals(0, exporter.server.connections());
            assertEquals(List.of(Limit.REQUEST_TIME), List.copyOf(exporter.met));
        }
    }

    @Test
    void aReaderThatTakesTooLongIsCutOffAndMakesRoom() throws IOException {
        try (FakeExporter exporter = FakeExporter.started()) {
            exporter.metrics = request -> LARGE;
            RawClient client = slowReader(exporter);

            exporter.elapse(Duration.ofSeconds(30));
            assertEquals(1, exporter.server.requests());
            exporter.elapse(MOMENT);

            Awaitility.await().until(() -> exporter.server.requests() == 0);
            assertTrue(client.isCutOff());
            assertEquals(List.of(Limit.ANSWER_TIME), List.copyOf(exporter.met));
        }
    }

    @Test
    void moreRequestsThanAreLetInAreTurnedAwayAndHealthIsNot() throws IOException {
        try (FakeExporter exporter = FakeExporter.started(TWO_REQUESTS)) {
            exporter.metrics = request -> LARGE;
            RawClient one = slowReader(exporter);
            slowReader(exporter);

            assertEquals("""
                    HTTP/1.1 503 Service Unavailable
                    Retry-After: 1
                    Content-Type: text/plain;charset=utf-8
                    X-Content-Type-Options: nosniff
                    Content-Length: 73
                    Connection: close

                    2 requests are being answered, which is the limit: try again in a second
                    """, exporter.answer("GET /metrics HTTP/1.1"));
            assertTrue(exporter.answer("GET / HTTP/1.1").startsWith("HTTP/1.1 503 "));
            assertTrue(exporter.answer("GET /-/healthy HTTP/1.1").endsWith("\n\nhealthy\n"));
            assertTrue(exporter.answer("GET /-/ready HTTP/1.1").endsWith("\n\nready\n"));
            assertEquals(List.of(Limit.REQUESTS, Limit.REQUESTS), List.copyOf(exporter.met));

            one.close();
            Awaitility.await().until(() -> exporter.server.requests() == 1);
            assertTrue(exporter.answer("GET / HTTP/1.1").startsWith("HTTP/1.1 200 "));
        }
    }

    @Test
    void asManyAnswersAsMayBeInTheMakingLeaveThreadsForHealth() throws IOException {
        CountDownLatch released = new CountDownLatch(1);
        try (FakeExporter exporter = FakeExporter.started()) {
            exporter.metrics = request -> {
                await(released);
                return FakeExporter.body(FakeExporter.METRICS);
            };
            for (int i = 0; i < USUAL.requests(); i++) {
                connected(exporter).send("GET /metrics HTTP/1.1\nHost: x\n\n");
            }
            Awaitility.await().until(() -> exporter.server.requests() == USUAL.requests());

            assertTrue(exporter.answer("GET /-/healthy HTTP/1.1").endsWith("\n\nhealthy\n"));

            released.countDown();
            for (RawClient client : clients) {
                assertEquals("HTTP/1.1 200 OK", client.line());
            }
        }
    }

    @Test
    void oneStrangerTooManyCostsTheOldestOfThemItsConnection() throws IOException {
        try (FakeExporter exporter = FakeExporter.started(THREE_CONNECTIONS)) {
            RawClient scraper = connected(exporter);
            scraper.send("GET /metrics HTTP/1.1\nHost: x\n\n");
            assertEquals("HTTP/1.1 200 OK", scraper.line());
            for (int i = 2; i <= 3; i++) {
                connected(exporter);
                awaitConnections(exporter, i);
                exporter.elapse(MOMENT);
            }

            assertTrue(exporter.answer("GET /-/healthy HTTP/1.1").endsWith("\n\nhealthy\n"));

            assertTrue(clients.get(1).isCutOff());
            assertEquals(List.of(Limit.CONNECTIONS), List.copyOf(exporter.met));
            scraper.send("GET /metrics HTTP/1.1\nHost: x\nConnection: close\n\n");
            assertTrue(scraper.rest().endsWith("\n\n" + FakeExporter.METRICS));
        }
    }

    @Test
    void whereAllWereLetInTheOneThatRestsLongestGoes() throws IOException {
        try (FakeExporter exporter = FakeExporter.started(THREE_CONNECTIONS)) {
            for (int i = 1; i <= 3; i++) {
                connected(exporter).send("GET /metrics HTTP/1.1\nHost: x\n\n");
                int finished = i;
                Awaitility.await().until(() -> exporter.finished.size() == finished);
                exporter.elapse(MOMENT);
            }
            clients.get(0).send("GET /metrics HTTP/1.1\nHost: x\n\n");
            Awaitility.await().until(() -> exporter.finished.size() == 4);
            exporter.elapse(MOMENT);

            connected(exporter);

            assertTrue(clients.get(1).isCutOff());
            awaitConnections(exporter, 3);
        }
    }

    @Test
    void aBodyIsTurnedAwayBeforeItsFirstByte() throws IOException {
        try (FakeExporter exporter = FakeExporter.started()) {
            RawClient client = connected(exporter);
            client.send("GET /metrics HTTP/1.1\nHost: x\nContent-Length: 1\n\n");

            assertTrue(client.rest().startsWith("HTTP/1.1 413 Payload Too Large\n"));
            assertEquals(List.of(Limit.BODY_SIZE), List.copyOf(exporter.met));
        }
    }

    @Test
    void aBodyOfUnknownLengthIsNotWaitedFor() throws IOException {
        try (FakeExporter exporter = FakeExporter.started()) {
            RawClient client = connected(exporter);
            client.send("GET /metrics HTTP/1.1\nHost: x\nTransfer-Encoding: chunked\n\n5\nab");

            assertTrue(client.rest().endsWith("\n\n" + FakeExporter.METRICS));
        }
    }

    @Test
    void eachLimitIsLoggedTheFirstTimeAndCountedEachTime() {
        String[] oversized = {"GET /metrics HTTP/1.1", "X-Padding: " + "x".repeat(8 * 1024)};
        try (FakeExporter exporter = FakeExporter.started();
                RecordedLog log = RecordedLog.of(Limits.class)) {
            exporter.answer(oversized);
            exporter.answer(oversized);

            Awaitility.await().until(() -> exporter.met.size() == 2);
            assertEquals(List.of(Limit.HEADER_SIZE, Limit.HEADER_SIZE), List.copyOf(exporter.met));
            assertEquals(
                    List.of("a request had more than 8192 bytes of headers: it was turned away;"
                            + " from now on this is only counted"),
                    log.lines());
        }
    }

    /** Has asked for a large answer and read its first line. */
    private RawClient slowReader(FakeExporter exporter) throws IOException {
        RawClient client = connected(exporter);
        client.send("GET /metrics HTTP/1.1\nHost: x\n\n");
        assertEquals("HTTP/1.1 200 OK", client.line());
        return client;
    }

    private RawClient connected(FakeExporter exporter) throws IOException {
        RawClient client = RawClient.connected(exporter.address());
        clients.add(client);
        return client;
    }

    private static void awaitConnections(FakeExporter exporter, int number) {
        Awaitility.await().until(() -> exporter.server.connections() == number);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
