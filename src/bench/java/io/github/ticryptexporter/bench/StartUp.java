package io.github.ticryptexporter.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** How long it takes from exec to the first answer of {@code /metrics}, beside an empty server on the same class path. */
final class StartUp {

    private static final Duration OFTEN = Duration.ofMillis(3);
    private static final String HEAP = "-Xmx64m";

    private final Workspace workspace;
    private final int runs;

    StartUp(Workspace workspace, int runs) {
        this.workspace = workspace;
        this.runs = runs;
    }

    /** A program that listens on a given port. */
    @FunctionalInterface
    private interface Program {
        List<String> command(List<String> jvmFlags, int port);
    }

    /** A program with flags for its JVM. */
    private record Candidate(Program program, List<String> jvmFlags) {
        static Candidate plain(Program program) {
            return new Candidate(program, List.of(HEAP));
        }

        static Candidate archived(Program program, Path archive) {
            return new Candidate(program, List.of(HEAP, "-XX:SharedArchiveFile=" + archive));
        }
    }

    Table run() {
        Table table = new Table("from exec to the first answer", "median", "least", "most", "exporter / empty");
        try (Site site = Site.start(workspace, 1)) {
            DaemonSettings settings = new DaemonSettings("64m", DaemonSettings.ONCE, "strict", 1_000_000);
            String config = workspace.write("exporter", settings.yaml(site)).toString();
            Program exporter = (flags, port) -> Java.exporter(flags, Daemon.arguments(config, port));
            Program empty = (flags, port) -> Java.peer(flags, EmptyServer.class, List.of(Integer.toString(port)));
            compare(table, "plain", Candidate.plain(exporter), Candidate.plain(empty));
            Path ofExporter = trained();
            if (Files.isRegularFile(ofExporter)) {
                compare(
                        table,
                        "with an archive of classes",
                        Candidate.archived(exporter, ofExporter),
                        Candidate.archived(empty, archive(empty)));
            } else {
                table.add("no archive: this exporter knows no training run", "-", "-", "-", "-");
            }
        }
        return table;
    }

    /** By turns, so that both suffer the same noise; the first of each is not counted. */
    private void compare(Table table, String how, Candidate exporter, Candidate empty) {
        List<Duration> ofExporter = new ArrayList<>();
        List<Duration> ofEmpty = new ArrayList<>();
        for (int run = 0; run <= runs; run++) {
            ofExporter.add(firstAnswer(exporter));
            ofEmpty.add(firstAnswer(empty));
        }
        Latencies counted = new Latencies(ofExporter.subList(1, runs + 1));
        Latencies floor = new Latencies(ofEmpty.subList(1, runs + 1));
        add(table, "exporter, " + how, counted, ratio(counted, floor));
        add(table, "empty Javalin, " + how, floor, "-");
    }

    private static String ratio(Latencies exporter, Latencies empty) {
        return Quantity.ratio(exporter.median().toNanos(), empty.median().toNanos());
    }

    private static void add(Table table, String what, Latencies latencies, String ratio) {
        table.add(
                what,
                Quantity.time(latencies.median()),
                Quantity.time(latencies.least()),
                Quantity.time(latencies.most()),
                ratio);
    }

    private Duration firstAnswer(Candidate candidate) {
        int port = Ports.free();
        List<String> command = candidate.program().command(candidate.jvmFlags(), port);
        long startedNanos = System.nanoTime();
        try (RunningProcess process = RunningProcess.start(workspace, command)) {
            awaitAnswer(process, port);
            return Duration.ofNanos(System.nanoTime() - startedNanos);
        }
    }

    private static void awaitAnswer(RunningProcess process, int port) {
        URI address = URI.create("http://127.0.0.1:" + port + "/metrics");
        process.await("answers", OFTEN, () -> answers(address));
    }

    private static boolean answers(URI address) {
        try (ScrapeConnection connection = ScrapeConnection.to(address)) {
            connection.scrape();
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** As the README says that it is made. */
    private Path trained() {
        Path archive = workspace.unused("exporter.jsa");
        List<String> command = Java.exporter(archiving(archive), List.of("train"));
        try (RunningProcess process = RunningProcess.start(workspace, command)) {
            process.awaitEnd();
        }
        return archive;
    }

    /** Made at the end of a run that has answered once. */
    private Path archive(Program program) {
        Path archive = workspace.unused("empty.jsa");
        int port = Ports.free();
        try (RunningProcess process = RunningProcess.start(workspace, program.command(archiving(archive), port))) {
            awaitAnswer(process, port);
        }
        return archive;
    }

    private static List<String> archiving(Path archive) {
        return List.of(HEAP, "-XX:ArchiveClassesAtExit=" + archive);
    }
}
