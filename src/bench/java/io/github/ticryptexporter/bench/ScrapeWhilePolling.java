package io.github.ticryptexporter.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Latency of scrapes while the exporter does nothing but read a large site, beside nginx at the same moments. */
final class ScrapeWhilePolling {

    private static final Duration PACE = Duration.ofMillis(100);
    private static final Duration AT_ONCE_AGAIN = Duration.ofSeconds(1);

    private final Workspace workspace;
    private final String heap;
    private final Duration length;

    ScrapeWhilePolling(Workspace workspace, String heap, Duration length) {
        this.workspace = workspace;
        this.heap = heap;
        this.length = length;
    }

    Table run(double scale) {
        DaemonSettings settings = new DaemonSettings(heap, AT_ONCE_AGAIN, "strict", 1_000_000);
        try (Site site = Site.start(workspace, scale);
                Daemon daemon = Daemon.start(workspace, site, settings)) {
            daemon.awaitReady();
            return measured(daemon);
        }
    }

    private Table measured(Daemon daemon) {
        Table table = new Table("server", "scrapes", "p50", "p99", "most");
        byte[] body = daemon.scrape().gzip();
        PacedScraper exporter = new PacedScraper(daemon.metrics(), PACE);
        Optional<Path> program = Tool.NGINX.find();
        if (program.isEmpty()) {
            add(table, "exporter", exporter.during(length));
            table.add(Tool.NGINX.missing(), "-", "-", "-", "-");
            return table;
        }
        try (Peer nginx = Peer.nginx(workspace, program.get(), body)) {
            PacedScraper limit = new PacedScraper(nginx.address(), PACE);
            CompletableFuture<Latencies> atTheSameTime = CompletableFuture.supplyAsync(() -> limit.during(length));
            add(table, "exporter", exporter.during(length));
            add(table, "nginx", atTheSameTime.join());
        }
        return table;
    }

    private static void add(Table table, String server, Latencies latencies) {
        table.add(
                server,
                Quantity.count(latencies.sorted().size()),
                Quantity.time(latencies.median()),
                Quantity.time(latencies.quantile(0.99)),
                Quantity.time(latencies.most()));
    }
}
