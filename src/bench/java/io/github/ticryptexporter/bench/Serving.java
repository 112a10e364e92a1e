package io.github.ticryptexporter.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Scrapes per second and their latency beside nginx, which serves the same bytes from a file, and node_exporter. */
final class Serving {

    private static final List<Integer> CONNECTIONS = List.of(1, 2);
    private static final int COUNTED_SCRAPES = 2_000;
    private static final String NOTHING = "-";

    /** Series of the simulated site at scale 1. */
    private static final double STRICT_SERIES = 3_300;

    private static final double DETAILED_SERIES = 29_700;

    private final Workspace workspace;
    private final String heap;
    private final int seconds;
    private final Table loads =
            new Table("series", "gzip", "server", "connections", "scrapes/s", "of nginx", "p50", "p99");
    private final Table allocations = new Table("series", "gzip", "allocated for each scrape");

    Serving(Workspace workspace, String heap, int seconds) {
        this.workspace = workspace;
        this.heap = heap;
        this.seconds = seconds;
    }

    /** Measures with about so many series, one number after the other. */
    List<Table> run(List<Integer> numbers) {
        numbers.forEach(this::measure);
        return List.of(loads, allocations);
    }

    private void measure(int series) {
        boolean isLarge = series > STRICT_SERIES;
        double scale = series / (isLarge ? DETAILED_SERIES : STRICT_SERIES);
        DaemonSettings settings =
                new DaemonSettings(heap, DaemonSettings.ONCE, isLarge ? "detailed" : "strict", 1_000_000);
        Site site = Site.start(workspace, scale);
        try (Daemon daemon = Daemon.start(workspace, site, settings)) {
            daemon.awaitFirstRound();
            site.close();
            Exposition exposition = daemon.scrape();
            load(daemon, exposition);
            allocations.add(
                    Quantity.count(exposition.series()),
                    Quantity.bytes(exposition.gzip().length),
                    Quantity.bytes(allocated(daemon)));
        } finally {
            site.close();
        }
    }

    private void load(Daemon daemon, Exposition exposition) {
        Optional<Path> program = Tool.WRK.find();
        if (program.isEmpty()) {
            missing(Tool.WRK);
            return;
        }
        Wrk wrk = new Wrk(workspace, program.get(), seconds);
        wrk.on(daemon.metrics(), 2);
        besideNginx(wrk, daemon, exposition);
        besideNodeExporter(wrk);
    }

    private void besideNginx(Wrk wrk, Daemon daemon, Exposition exposition) {
        Optional<Path> program = Tool.NGINX.find();
        if (program.isEmpty()) {
            missing(Tool.NGINX);
            return;
        }
        try (Peer nginx = Peer.nginx(workspace, program.get(), exposition.gzip())) {
            for (int connections : CONNECTIONS) {
                Wrk.Load limit = wrk.on(nginx.address(), connections);
                Wrk.Load own = wrk.on(daemon.metrics(), connections);
                add(exposition, "exporter", connections, own, Quantity.ratio(own.rate(), limit.rate()));
                add(exposition, "nginx", connections, limit, NOTHING);
            }
        }
    }

    private void besideNodeExporter(Wrk wrk) {
        Optional<Path> program = Tool.NODE_EXPORTER.find();
        if (program.isEmpty()) {
            missing(Tool.NODE_EXPORTER);
            return;
        }
        try (Peer node = Peer.nodeExporter(workspace, program.get())) {
            Exposition exposition = Exposition.of(node.address());
            for (int connections : CONNECTIONS) {
                add(exposition, "node_exporter", connections, wrk.on(node.address(), connections), NOTHING);
            }
        }
    }

    private void add(Exposition exposition, String server, int connections, Wrk.Load load, String ofNginx) {
        loads.add(
                Quantity.count(exposition.series()),
                Quantity.bytes(exposition.gzip().length),
                server,
                Quantity.count(connections),
                Quantity.count(load.rate()),
                ofNginx,
                Quantity.time(load.median()),
                Quantity.time(load.p99()));
    }

    private void missing(Tool tool) {
        loads.add(NOTHING, NOTHING, tool.missing(), NOTHING, NOTHING, NOTHING, NOTHING, NOTHING);
    }

    /** Bytes that one scrape makes the exporter allocate, in whichever of its threads. */
    private static double allocated(Daemon daemon) {
        try (ManagedJvm jvm = ManagedJvm.attach(daemon.process());
                ScrapeConnection connection = ScrapeConnection.to(daemon.metrics())) {
            Map<Long, Long> before = jvm.allocatedBytes();
            for (int i = 0; i < COUNTED_SCRAPES; i++) {
                connection.scrape();
            }
            return (double) growth(before, jvm.allocatedBytes()) / COUNTED_SCRAPES;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Threads that ended meanwhile are left out; those of a server under load stay. */
    private static long growth(Map<Long, Long> before, Map<Long, Long> after) {
        return after.entrySet().stream()
                .mapToLong(thread -> thread.getValue() - before.getOrDefault(thread.getKey(), 0L))
                .sum();
    }
}
