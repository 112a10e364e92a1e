package io.github.ticryptexporter.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

final class HttpServerLifecycleTest {
    private static final byte[] IPV4_LOOPBACK = {127, 0, 0, 1};
    private static final byte[] IPV6_LOOPBACK = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1};

    /** From Java 25 on the default is the common pool, which has one thread where there are two processors. */
    private static final Executor EACH_ITS_THREAD = task -> new Thread(task).start();

    @Test
    void aRequestInFlightFinishesWhileNewConnectionsAreRefused() throws Exception {
        CountDownLatch entered = new CountDownLatch(1);
        CountDownLatch released = new CountDownLatch(1);
        FakeExporter exporter = FakeExporter.started();
        exporter.metrics = request -> {
            entered.countDown();
            await(released);
            return FakeExporter.body(FakeExporter.METRICS);
        };
        InetSocketAddress address = exporter.address();
        CompletableFuture<String> answer =
                CompletableFuture.supplyAsync(() -> exporter.answer("GET /metrics HTTP/1.1"), EACH_ITS_THREAD);
        entered.await();

        CompletableFuture<Void> closing = CompletableFuture.runAsync(exporter::close, EACH_ITS_THREAD);
        Awaitility.await().until(() -> isRefused(address));
        assertFalse(closing.isDone());
        released.countDown();

        assertTrue(answer.get().endsWith("\n\n" + FakeExporter.METRICS));
        closing.get();
    }

    @Test
    void anIdleConnectionDoesNotHoldUpTheEnd() throws IOException {
        FakeExporter exporter = FakeExporter.started();
        try (RawClient idle = RawClient.connected(exporter.address())) {
            // Answered once, for a connection that is not accepted yet is reset.
            idle.send("GET /-/healthy HTTP/1.1\nHost: exporter.example.edu\n\n");
            assertEquals("HTTP/1.1 200 OK", idle.line());

            exporter.close();

            assertTrue(idle.rest().endsWith("\n\nhealthy\n"));
        }
    }

    @Test
    void closingTwiceOrBeforeTheStartDoesNothing() {
        FakeExporter exporter = FakeExporter.started();
        exporter.close();
        exporter.close();

        FakeExporter.notStarted().close();
    }

    @Test
    void aPortInUseIsNamedWithTheWayOut() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            InetSocketAddress address =
                    new InetSocketAddress(InetAddress.getByAddress(IPV4_LOOPBACK), taken.getLocalPort());

            ListenException refused =
                    assertThrows(ListenException.class, () -> FakeExporter.started(FakeExporter.settings(address)));

            assertEquals(
                    "cannot listen on 127.0.0.1:" + taken.getLocalPort()
                            + ": the port is in use; choose another with --web.listen-address",
                    refused.getMessage());
        }
    }

    @Test
    void anAddressThatThisMachineLacksIsNamedWithTheSystemsReason() {
        InetSocketAddress elsewhere = new InetSocketAddress("192.0.2.42", 10917);

        ListenException refused =
                assertThrows(ListenException.class, () -> FakeExporter.started(FakeExporter.settings(elsewhere)));

        // The BSDs say "Can't".
        assertEquals(
                "cannot listen on 192.0.2.42:10917: Cannot assign requested address;"
                        + " choose another with --web.listen-address",
                String.valueOf(refused.getMessage()).replace("Can't", "Cannot"));
    }

    @Test
    void anUnknownHostIsNamed() {
        InetSocketAddress unknown = InetSocketAddress.createUnresolved("no-such-host.invalid", 10917);

        ListenException refused =
                assertThrows(ListenException.class, () -> FakeExporter.started(FakeExporter.settings(unknown)));

        assertEquals(
                "cannot listen on no-such-host.invalid:10917: the host name is unknown;"
                        + " choose another with --web.listen-address",
                refused.getMessage());
    }

    @Test
    void aFailedStartLeavesNeitherSocketNorThreadBehind() throws IOException {
        Set<Thread> before = liveThreads();
        int free = freePort();
        InetSocketAddress first = new InetSocketAddress(InetAddress.getLoopbackAddress(), free);
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            InetSocketAddress second = new InetSocketAddress(taken.getInetAddress(), taken.getLocalPort());

            assertThrows(ListenException.class, () -> FakeExporter.started(FakeExporter.settings(first, second)));
        }

        assertTrue(isRefused(first));
        assertEquals(Set.of(), added(before));
    }

    @Test
    void allAddressesAreListenedOnInTheirOrder() {
        try (FakeExporter exporter =
                FakeExporter.started(FakeExporter.settings(FakeExporter.loopback(), FakeExporter.loopback()))) {
            List<InetSocketAddress> addresses = exporter.server.addresses();

            assertEquals(2, Set.copyOf(addresses).size());
            addresses.forEach(address -> assertTrue(
                    RawClient.answer(address, "GET /-/healthy HTTP/1.1").endsWith("healthy\n")));
        }
    }

    @Test
    void sixAddressesStillLeaveThreadsForRequests() {
        InetSocketAddress any = FakeExporter.loopback();
        try (FakeExporter exporter = FakeExporter.started(FakeExporter.settings(any, any, any, any, any, any))) {
            exporter.server
                    .addresses()
                    .forEach(address -> assertTrue(
                            RawClient.answer(address, "GET /-/healthy HTTP/1.1").endsWith("healthy\n")));
        }
    }

    @Test
    void theIpv6LoopbackIsAnAddressLikeAnyOther() throws IOException {
        InetAddress ipv6 = InetAddress.getByAddress(IPV6_LOOPBACK);
        assumeTrue(isBindable(ipv6), "skipped: no IPv6 loopback on this machine");

        try (FakeExporter exporter =
                FakeExporter.started(FakeExporter.settings(new InetSocketAddress(ipv6, 0), FakeExporter.loopback()))) {
            assertEquals(ipv6, exporter.address().getAddress());
            assertTrue(exporter.answer("GET /-/healthy HTTP/1.1").endsWith("healthy\n"));
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isRefused(InetSocketAddress address) throws IOException {
        try {
            RawClient.connected(address).close();
            return false;
        } catch (ConnectException e) {
            return true;
        }
    }

    private static boolean isBindable(InetAddress address) throws IOException {
        try {
            new ServerSocket(0, 1, address).close();
            return true;
        } catch (BindException e) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static Set<Thread> liveThreads() {
        return Set.copyOf(Thread.getAllStackTraces().keySet());
    }

    private static Set<Thread> added(Set<Thread> before) {
        return liveThreads().stream()
                .filter(thread -> !thread.isDaemon() && !before.contains(thread))
                .collect(Collectors.toSet());
    }
}
