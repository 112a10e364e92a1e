package io.github.ticryptexporter.bench;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;

/**
 * The benchmarks that JMH runs: in each class one method called {@code exporter} and one called {@code peer}, which do the
 * same to the same bytes; the result is the ratio of their throughputs.
 */
final class MicroBenchmarks {

    private static final String EXPORTER = ".exporter";
    private static final String PEER = ".peer";

    private MicroBenchmarks() {}

    /** Runs those that the arguments of JMH choose. */
    static Table run(List<String> arguments) throws CommandLineOptionException, RunnerException {
        Collection<RunResult> results = new Runner(new CommandLineOptions(arguments.toArray(String[]::new))).run();
        Map<String, Result<?>> scores = new TreeMap<>();
        results.forEach(result -> scores.put(name(result), result.getPrimaryResult()));
        return table(scores);
    }

    private static Table table(Map<String, Result<?>> scores) {
        Table table = new Table("what", "exporter", "peer", "exporter / peer");
        scores.forEach((name, exporter) -> {
            Result<?> peer = scores.get(name.replace(EXPORTER, PEER));
            if (name.contains(EXPORTER) && peer != null) {
                table.add(
                        name.replace(EXPORTER, ""),
                        score(exporter),
                        score(peer),
                        Quantity.ratio(exporter.getScore(), peer.getScore()));
            }
        });
        return table;
    }

    /** For example {@code ParseBenchmark.exporter answer=DRIVES scale=10}. */
    private static String name(RunResult result) {
        String benchmark = result.getParams().getBenchmark();
        int type = benchmark.lastIndexOf('.', benchmark.lastIndexOf('.') - 1);
        UnaryOperator<String> parameter =
                key -> " " + key + "=" + result.getParams().getParam(key);
        return benchmark.substring(type + 1)
                + result.getParams().getParamsKeys().stream().map(parameter).collect(Collectors.joining());
    }

    private static String score(Result<?> result) {
        return "%s ± %s %s"
                .formatted(
                        Quantity.decimal(result.getScore()),
                        Quantity.decimal(result.getScoreError()),
                        result.getScoreUnit());
    }
}
