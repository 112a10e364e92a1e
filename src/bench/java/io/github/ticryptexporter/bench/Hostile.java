package io.github.ticryptexporter.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** How long scrapes take, and how much memory the exporter, while many strangers are a nuisance in every way at once. */
final class Hostile {

    private static final List<Stranger> WAYS = List.of(Stranger.values());
    private static final Duration KEPT_PERIOD = Duration.ofMillis(50);
    private static final Duration NEW_PERIOD = Duration.ofMillis(250);

    /** Between two visits of one stranger, on average: the processors are there to be measured, not to be used up. */
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private static final int STACK_BYTES = 256 * 1024;

    private final Workspace workspace;
    private final String heap;
    private final Duration length;
    private final AtomicInteger failures = new AtomicInteger();
    private final Table table = new Table(
            "strangers",
            "connection",
            "scrapes",
            "failed so far",
            "p50",
            "p99",
            "most",
            "resident",
            "resident at most");

    Hostile(Workspace workspace, String heap, Duration length) {
        this.workspace = workspace;
        this.heap = heap;
        this.length = length;
    }

    Table run(int strangers) {
        Site site = Site.start(workspace, 1);
        DaemonSettings settings = new DaemonSettings(heap, DaemonSettings.ONCE, "strict", 1_000_000);
        try (SecureDaemon secure = SecureDaemon.start(workspace, site, settings)) {
            secure.daemon().process().awaitOutput("serves /metrics");
            secure.daemon().awaitIdle();
            site.close();
            measure(secure, "none, first");
            measure(secure, "none");
            AtomicBoolean isOver = new AtomicBoolean();
            ExecutorService crowd = crowd(secure, strangers, isOver);
            LockSupport.parkNanos(Duration.ofSeconds(5).toNanos());
            measure(secure, Quantity.count(strangers));
            measure(secure, Quantity.count(strangers) + ", later");
            isOver.set(true);
            crowd.shutdownNow();
            secure.daemon()
                    .process()
                    .output()
                    .lines()
                    .filter(line -> line.contains("only counted"))
                    .forEach(System.out::println);
        } finally {
            site.close();
        }
        return table;
    }

    private static ExecutorService crowd(SecureDaemon secure, int strangers, AtomicBoolean isOver) {
        URI address = secure.daemon().metrics();
        InetSocketAddress server = new InetSocketAddress(address.getHost(), address.getPort());
        ExecutorService crowd =
                Executors.newFixedThreadPool(strangers, work -> new Thread(null, work, "stranger", STACK_BYTES));
        for (int i = 0; i < strangers; i++) {
            Random random = new Random(i);
            Stranger stranger = WAYS.get(i % WAYS.size());
            crowd.execute(() -> {
                LockSupport.parkNanos(random.nextLong(Duration.ofSeconds(3).toNanos()));
                while (!isOver.get()) {
                    stranger.visit(server, secure.sockets(), random);
                    LockSupport.parkNanos(random.nextLong(2 * PAUSE.toNanos()));
                }
            });
        }
        return crowd;
    }

    private void measure(SecureDaemon secure, String strangers) {
        CompletableFuture<Latencies> onNew =
                CompletableFuture.supplyAsync(() -> paced(NEW_PERIOD, () -> scrapeOnNew(secure)));
        Latencies onKept;
        try (ScrapeConnection kept = secure.connect()) {
            onKept = paced(KEPT_PERIOD, () -> scrape(kept));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        add(secure, strangers, "kept", onKept);
        add(secure, strangers, "new each time", onNew.join());
    }

    /** How long each took counts from when it was due. */
    private Latencies paced(Duration period, BooleanSupplier scrape) {
        List<Duration> taken = new ArrayList<>();
        long startNanos = System.nanoTime();
        for (long due = 0; due < length.toNanos(); due += period.toNanos()) {
            for (long left = startNanos + due - System.nanoTime();
                    left > 0;
                    left = startNanos + due - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            failures.addAndGet(scrape.getAsBoolean() ? 0 : 1);
            taken.add(Duration.ofNanos(System.nanoTime() - startNanos - due));
        }
        return new Latencies(taken);
    }

    private static boolean scrape(ScrapeConnection connection) {
        try {
            connection.scrape();
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean scrapeOnNew(SecureDaemon secure) {
        try (ScrapeConnection connection = secure.connect()) {
            return scrape(connection);
        } catch (IOException e) {
            return false;
        }
    }

    private void add(SecureDaemon secure, String strangers, String connection, Latencies latencies) {
        RunningProcess process = secure.daemon().process();
        table.add(
                strangers,
                connection,
                Quantity.count(latencies.sorted().size()),
                Quantity.count(failures.get()),
                Quantity.time(latencies.median()),
                Quantity.time(latencies.quantile(0.99)),
                Quantity.time(latencies.most()),
                Quantity.bytes(process.residentBytes()),
                Quantity.bytes(process.mostResidentBytes()));
    }
}
