package io.github.ticryptexporter.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command line of the benchmarks; each prints a table in Markdown. */
@Command(
        name = "ticrypt-exporter-bench",
        mixinStandardHelpOptions = true,
        description = "Measures the exporter beside its peers; docs/performance.md says what the figures mean.")
public final class Bench implements Runnable {

    @Spec
    CommandSpec spec = CommandSpec.create();

    /** Runs the benchmark that the arguments name. */
    public static void main(String[] arguments) {
        // So that the arguments of JMH need no marks around them.
        CommandLine line = new CommandLine(new Bench()).setUnmatchedOptionsArePositionalParams(true);
        System.exit(line.execute(arguments));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "which benchmark?");
    }

    @Command(description = "Parsing, rendering and compressing, by JMH; further arguments are those of JMH.")
    void parts(@Parameters(arity = "0..*", description = "for example: Parse -p answer=DRIVES") List<String> arguments)
            throws CommandLineOptionException, RunnerException {
        MicroBenchmarks.run(arguments == null ? List.of() : arguments).print(System.out);
    }

    @Command(description = "From exec to the first answer, beside a server that does nothing.")
    void start(@Option(names = "--runs", defaultValue = "11", description = "of each, in turns") int runs)
            throws IOException {
        try (Workspace workspace = Workspace.create()) {
            new StartUp(workspace, runs).run().print(System.out);
        }
    }

    @Command(description = "What polling a site costs: processor time, bytes, memory.")
    void site(
            @Option(names = "--scales", split = ",", defaultValue = "1,10,100") List<Double> scales,
            @Option(names = "--heaps", split = ",", defaultValue = "64m,128m,256m") List<String> heaps,
            @Option(names = "--rounds", defaultValue = "3", description = "of polls that are averaged") int rounds,
            @Option(names = "--series-limit", defaultValue = "1000000") int seriesLimit)
            throws IOException {
        if (scales.size() != heaps.size()) {
            throw new ParameterException(spec.commandLine(), "expected as many heaps as scales");
        }
        try (Workspace workspace = Workspace.create()) {
            new SiteCost(workspace, rounds, seriesLimit).run(scales, heaps).print(System.out);
        }
    }

    @Command(description = "The smallest heap that polls and serves a site whole.")
    void heap(
            @Option(names = "--scales", split = ",", defaultValue = "1,10,33,100") List<Double> scales,
            @Option(names = "--series-limit", defaultValue = "1000000") int seriesLimit)
            throws IOException {
        try (Workspace workspace = Workspace.create()) {
            new LeastHeap(workspace, seriesLimit).run(scales).print(System.out);
        }
    }

    @Command(description = "Scrapes per second and bytes allocated, beside nginx and node_exporter.")
    void serve(
            @Option(names = "--series", split = ",", defaultValue = "1000,10000,100000", description = "about so many")
                    List<Integer> series,
            @Option(names = "--heap", defaultValue = "256m") String heap,
            @Option(names = "--seconds", defaultValue = "8", description = "of load on each server") int seconds)
            throws IOException {
        try (Workspace workspace = Workspace.create()) {
            Serving serving = new Serving(workspace, heap, seconds);
            series.forEach(serving::run);
            serving.print(System.out);
        }
    }

    @Command(name = "scrape-while-polling", description = "Latency of scrapes while a large site is being read.")
    void scrapeWhilePolling(
            @Option(names = "--scale", defaultValue = "100") double scale,
            @Option(names = "--heap", defaultValue = "256m") String heap,
            @Option(names = "--seconds", defaultValue = "60") int seconds)
            throws IOException {
        try (Workspace workspace = Workspace.create()) {
            new ScrapeWhilePolling(workspace, heap, Duration.ofSeconds(seconds))
                    .run(scale)
                    .print(System.out);
        }
    }
}
