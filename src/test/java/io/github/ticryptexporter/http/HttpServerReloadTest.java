package io.github.ticryptexporter.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Settings change while the server serves. */
final class HttpServerReloadTest {
    private static final String SCRAPE = "GET /metrics HTTP/1.1\nHost: x\n\n";
    private static final String LAST_SCRAPE = "GET /metrics HTTP/1.1\nHost: x\nConnection: close\n\n";

    @Test
    void theTelemetryPathMovesUnderAnOpenConnection() throws IOException {
        try (FakeExporter exporter = FakeExporter.started();
                RawClient client = RawClient.connected(exporter.address())) {
            client.send(SCRAPE);
            assertEquals("HTTP/1.1 200 OK", client.line());
            InetSocketAddress before = exporter.address();

            exporter.obey(new HttpSettings(List.of(FakeExporter.loopback()), "/site/metrics", false));

            assertEquals(before, exporter.address());
            client.send("GET /site/metrics HTTP/1.1\nHost: x\nConnection: close\n\n");
            assertTrue(client.rest().endsWith("\n\n" + FakeExporter.METRICS));
            assertTrue(exporter.answer("GET /metrics HTTP/1.1").startsWith("HTTP/1.1 404 "));
            exporter.answer("GET /site/metrics HTTP/1.1");
            Awaitility.await()
                    .until(() -> exporter.finished.stream()
                            .anyMatch(request -> request.route().equals("/site/metrics")));
        }
    }

    @Test
    void aFurtherAddressIsListenedOnAndTheFirstKeepsItsSocket() {
        try (FakeExporter exporter = FakeExporter.started()) {
            InetSocketAddress first = exporter.address();
            InetSocketAddress second = free();

            exporter.obey(FakeExporter.settings(second, FakeExporter.loopback()));

            assertEquals(List.of(second, first), exporter.server.addresses());
            exporter.server.addresses().forEach(HttpServerReloadTest::assertServes);
        }
    }

    @Test
    void anAddressThatGoesTakesNobodyInAndFinishesItsAnswers() throws Exception {
        CountDownLatch released = new CountDownLatch(1);
        try (FakeExporter exporter = FakeExporter.started();
                RawClient inFlight = RawClient.connected(exporter.address())) {
            exporter.metrics = request -> {
                await(released);
                return FakeExporter.body(FakeExporter.METRICS);
            };
            inFlight.send(SCRAPE);
            Awaitility.await().until(() -> exporter.server.requests() == 1);
            InetSocketAddress before = exporter.address();

            exporter.obey(FakeExporter.settings(free()));

            assertThrows(ConnectException.class, () -> RawClient.connected(before));
            assertServes(exporter.address());
            released.countDown();
            assertTrue(inFlight.rest().endsWith("\n\n" + FakeExporter.METRICS));
        }
    }

    @Test
    void aConnectionOfAnAddressThatWentIsServedNoMore() throws IOException {
        try (FakeExporter exporter = FakeExporter.started();
                RawClient resting = RawClient.connected(exporter.address())) {
            resting.send(SCRAPE);
            assertEquals("HTTP/1.1 200 OK", resting.line());

            exporter.obey(FakeExporter.settings(free()));

            resting.send(LAST_SCRAPE);
            assertFalse(resting.rest().contains("HTTP/1.1 200"));
        }
    }

    @Test
    void anAddressThatCannotBeBoundChangesNothing() throws IOException {
        try (FakeExporter exporter = FakeExporter.started();
                ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            List<InetSocketAddress> before = exporter.server.addresses();
            InetSocketAddress fine = free();
            HttpSettings refused = new HttpSettings(
                    List.of(fine, new InetSocketAddress(taken.getInetAddress(), taken.getLocalPort())), "/m", false);

            assertThrows(ListenException.class, () -> exporter.obey(refused));

            assertEquals(before, exporter.server.addresses());
            assertServes(exporter.address());
            assertThrows(ConnectException.class, () -> RawClient.connected(fine));
            exporter.obey(FakeExporter.settings(fine));
            assertServes(fine);
        }
    }

    @Test
    void nothingChangesWhenWhatComesFirstFails() {
        try (FakeExporter exporter = FakeExporter.started()) {
            InetSocketAddress next = free();
            Runnable failing = () -> {
                throw new IllegalStateException("told to fail");
            };
            assertThrows(IllegalStateException.class, () -> exporter.server.obey(FakeExporter.settings(next), failing));

            assertServes(exporter.address());
            assertThrows(ConnectException.class, () -> RawClient.connected(next));
        }
    }

    @Test
    void whatComesFirstIsDoneWhileTheOldSettingsHold() {
        try (FakeExporter exporter = FakeExporter.started()) {
            InetSocketAddress before = exporter.address();
            InetSocketAddress next = free();
            exporter.server.obey(FakeExporter.settings(next), () -> assertServes(before));
            assertServes(next);
        }
    }

    @RepeatedTest(3)
    void everyInterfaceTakesThePortOverFromOneOfThem() throws IOException {
        InetSocketAddress one = free();
        InetSocketAddress every = new InetSocketAddress(one.getPort());
        try (FakeExporter exporter = FakeExporter.started(FakeExporter.settings(one));
                ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            InetSocketAddress impossible = new InetSocketAddress(taken.getInetAddress(), taken.getLocalPort());
            assertThrows(ListenException.class, () -> exporter.obey(FakeExporter.settings(every, impossible)));
            assertEquals(List.of(one), exporter.server.addresses());
            assertServes(one);

            exporter.obey(FakeExporter.settings(every));

            assertServes(one);
            assertEquals(one.getPort(), exporter.address().getPort());
        }
    }

    @Test
    void addressesMayComeAndGoManyTimes() {
        try (FakeExporter exporter = FakeExporter.started()) {
            for (int i = 0; i < 20; i++) {
                InetSocketAddress next = free();
                exporter.obey(FakeExporter.settings(next));
                assertServes(next);
            }
        }
    }

    private static void assertServes(InetSocketAddress address) {
        assertTrue(RawClient.answer(address, "GET / HTTP/1.1").endsWith("\n\n" + FakeExporter.LANDING_PAGE));
    }

    private static InetSocketAddress free() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return new InetSocketAddress(socket.getInetAddress(), socket.getLocalPort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
