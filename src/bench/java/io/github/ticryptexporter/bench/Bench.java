package io.github.ticryptexporter.bench;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import joptsimple.ArgumentAcceptingOptionSpec;
import joptsimple.OptionException;
import joptsimple.OptionParser;
import joptsimple.OptionSet;
import joptsimple.OptionSpec;

/** The command line of the benchmarks: which one, then its options; each prints tables in Markdown. */
final class Bench {

    private static final String USAGE = """
            ticrypt-exporter-bench COMMAND [--option=value]

              parts                 parsing, rendering, compressing; options are those of JMH, as in: parts Parse -wi 3
              start                 from exec to the first answer (--runs)
              site                  what polling costs (--scales, --heaps, --rounds, --series-limit)
              heap                  the smallest heap that does (--scales, --series-limit)
              serve                 scrapes per second, bytes allocated (--series, --heap, --seconds)
              scrape-while-polling  latency of scrapes meanwhile (--scale, --heap, --seconds)
              hostile               latency and memory among strangers (--strangers, --heap, --seconds)
            """;

    private final OptionParser parser = new OptionParser();
    private final OptionSpec<Integer> runs = integers("runs").defaultsTo(11);
    private final OptionSpec<Integer> rounds = integers("rounds").defaultsTo(3);
    private final OptionSpec<Integer> seconds = integers("seconds").defaultsTo(8);
    private final OptionSpec<Integer> seriesLimit = integers("series-limit").defaultsTo(1_000_000);
    private final OptionSpec<Integer> strangers = integers("strangers").defaultsTo(1_000);
    private final OptionSpec<Integer> series = integers("series").defaultsTo(1_000, 10_000, 100_000);
    private final OptionSpec<Double> scales = parser.accepts("scales")
            .withRequiredArg()
            .withValuesSeparatedBy(',')
            .ofType(Double.class);
    private final OptionSpec<Double> scale =
            parser.accepts("scale").withRequiredArg().ofType(Double.class).defaultsTo(100.0);
    private final OptionSpec<String> heaps =
            parser.accepts("heaps").withRequiredArg().withValuesSeparatedBy(',').defaultsTo("64m", "128m", "256m");
    private final OptionSpec<String> heap =
            parser.accepts("heap").withRequiredArg().defaultsTo("256m");

    private ArgumentAcceptingOptionSpec<Integer> integers(String name) {
        return parser.accepts(name).withRequiredArg().withValuesSeparatedBy(',').ofType(Integer.class);
    }

    /** Runs the benchmark that the first argument names. */
    public static void main(String[] arguments) throws Exception {
        List<String> words = Arrays.asList(arguments);
        if (words.isEmpty()) {
            System.out.print(USAGE);
        } else if (words.get(0).equals("parts")) {
            MicroBenchmarks.run(words.subList(1, words.size())).print(System.out);
        } else {
            new Bench().run(words.get(0), words.subList(1, words.size()));
        }
    }

    private void run(String command, List<String> words) throws Exception {
        try (Workspace workspace = Workspace.create()) {
            tables(command, parser.parse(words.toArray(String[]::new)), workspace)
                    .forEach(table -> table.print(System.out));
        } catch (OptionException e) {
            System.out.println(e.getMessage() + "\n\n" + USAGE);
        }
    }

    private List<Table> tables(String command, OptionSet options, Workspace workspace) {
        return switch (command) {
            case "start" -> List.of(new StartUp(workspace, options.valueOf(runs)).run());
            case "site" ->
                List.of(new SiteCost(workspace, options.valueOf(rounds), options.valueOf(seriesLimit))
                        .run(scalesOr(options, 1.0, 10.0, 100.0), options.valuesOf(heaps)));
            case "heap" ->
                List.of(new LeastHeap(workspace, options.valueOf(seriesLimit))
                        .run(scalesOr(options, 1.0, 10.0, 33.0, 100.0)));
            case "serve" ->
                new Serving(workspace, options.valueOf(heap), options.valueOf(seconds)).run(options.valuesOf(series));
            case "scrape-while-polling" ->
                List.of(new ScrapeWhilePolling(
                                workspace, options.valueOf(heap), Duration.ofSeconds(options.valueOf(seconds)))
                        .run(options.valueOf(scale)));
            case "hostile" ->
                List.of(new Hostile(workspace, options.valueOf(heap), Duration.ofSeconds(options.valueOf(seconds)))
                        .run(options.valueOf(strangers)));
            default -> throw new IllegalArgumentException("no benchmark is called " + command + "\n\n" + USAGE);
        };
    }

    private List<Double> scalesOr(OptionSet options, Double... byDefault) {
        return options.has(scales) ? options.valuesOf(scales) : List.of(byDefault);
    }
}
