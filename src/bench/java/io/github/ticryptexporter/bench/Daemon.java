package io.github.ticryptexporter.bench;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The exporter as a process of its own on a simulated site. */
record Daemon(RunningProcess process, int port) implements AutoCloseable {

    private static final Duration OFTEN = Duration.ofMillis(100);
    private static final Duration WINDOW = Duration.ofSeconds(1);

    /** Nothing but the clock is at work below it. */
    private static final Duration IDLE_CPU = WINDOW.dividedBy(20);

    static Daemon start(Workspace workspace, Site site, DaemonSettings settings) {
        return start(workspace, site, settings, List.of());
    }

    /** @param more arguments */
    static Daemon start(Workspace workspace, Site site, DaemonSettings settings, List<String> more) {
        int port = Ports.free();
        String file = workspace.write("exporter", settings.yaml(site)).toString();
        List<String> arguments = new ArrayList<>(arguments(file, port));
        arguments.addAll(more);
        List<String> command = Java.exporter(List.of("-Xmx" + settings.heap()), arguments);
        return new Daemon(RunningProcess.start(workspace, command), port);
    }

    /** What makes it listen on this port. */
    static List<String> arguments(String configFile, int port) {
        return List.of("--config.file=" + configFile, "--web.listen-address=127.0.0.1:" + port);
    }

    URI metrics() {
        return URI.create("http://127.0.0.1:" + port + "/metrics");
    }

    /** Waits until every source was read once and what came of it is published. */
    void awaitFirstRound() {
        awaitReady();
        awaitIdle();
    }

    /** Waits until every source was read once. */
    void awaitReady() {
        process.await("ready", OFTEN, () -> Exposition.isAnswered(metrics().resolve("/-/ready")));
    }

    /** Waits until it has done hardly anything for a second. */
    void awaitIdle() {
        Duration[] before = {process.cpu()};
        process.await("idle", WINDOW, () -> {
            Duration now = process.cpu();
            Duration spent = now.minus(before[0]);
            before[0] = now;
            return spent.compareTo(IDLE_CPU) < 0;
        });
    }

    /** What a scrape with gzip answers. */
    Exposition scrape() {
        return Exposition.of(metrics());
    }

    @Override
    public void close() {
        process.close();
    }
}
