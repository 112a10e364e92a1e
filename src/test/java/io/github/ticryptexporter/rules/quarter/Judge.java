package io.github.ticryptexporter.rules.quarter;

import io.github.ticryptexporter.history.Firing;
import io.github.ticryptexporter.history.Minutes;
import io.github.ticryptexporter.rules.quarter.Column.Span;
import io.github.ticryptexporter.testing.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lets {@code promtool} evaluate rules over samples and tell which alerts fired when. It is asked for the first and the last
 * moment of each alert in pieces of three hours, and expected to find nothing: what it found it then prints.
 */
final class Judge {
    private static final Duration PATIENCE = Duration.ofHours(1);
    private static final int PIECE = 3 * Minutes.HOUR;
    private static final String FIRING = "timestamp(ALERTS{alertstate=\"firing\",severity!=\"none\"})";
    private static final Pattern FAILURE =
            Pattern.compile("expr: \"(min|max)_over_time.*\", time: (\\w+),\\s+exp: nil\\s+got: (.*)");
    private static final Pattern ERROR = Pattern.compile(", err: ");
    private static final Pattern SAMPLE = Pattern.compile("\\{([^}]*)} ([-+.\\dE]+)");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"([^\"]*)\"");
    private static final Pattern TIME = Pattern.compile("(\\d+)([wdhms])");
    private static final Map<String, Integer> UNITS = Map.of("w", 604_800, "d", 86_400, "h", 3_600, "m", 60, "s", 1);

    private final Path promtool;
    private final Path folder;
    private final RuleSet rules;
    private final int every;

    private Judge(Path promtool, Path folder, RuleSet rules, int every) {
        this.promtool = promtool;
        this.folder = folder;
        this.rules = rules;
        this.every = every;
    }

    /**
     * A judge by these rules, which are written into the folder.
     *
     * @param folder for rules and tests; those of an earlier judge may be there
     * @param every minutes between two samples, and between two evaluations
     */
    static Judge by(RuleSet rules, Path promtool, Path folder, int every) throws IOException {
        rules.write(folder);
        return new Judge(promtool, folder, rules, every);
    }

    /** What fired in some minutes, judged by samples that begin earlier, for alerts to be under way. */
    List<Firing> judge(Columns columns, Span samples, int from) throws IOException {
        return judge(columns.yaml(samples, every, rules.families()::contains), samples, from);
    }

    List<Firing> judge(String series, Span samples, int from) throws IOException {
        Files.writeString(file(from), test(series, samples, from));
        return verdict(file(from), samples);
    }

    /** The same of what was judged before, by rules that may have changed; families that only these read are missing in it. */
    List<Firing> again(Span samples, int from) throws IOException {
        return verdict(file(from), samples);
    }

    private Path file(int from) {
        return folder.resolve("from-" + from + ".yaml");
    }

    private List<Firing> verdict(Path test, Span samples) throws IOException {
        Tool.Verdict verdict = Tool.of(promtool, "test", "rules", test.toString())
                .within(PATIENCE)
                .judge("");
        List<Firing> firings = firings(verdict.output(), samples.from());
        boolean isOverlooked = ERROR.matcher(verdict.output()).find();
        if (isOverlooked || (firings.isEmpty() && !verdict.accepted())) {
            throw new IllegalStateException("promtool could not evaluate " + test + ": " + verdict.output());
        }
        return firings.stream().map(this::untilNextLook).toList();
    }

    /** What fired when it was looked at last fires until the next look, with which its next piece begins. */
    private Firing untilNextLook(Firing firing) {
        return new Firing(firing.labels(), firing.from(), firing.to() + every - 1);
    }

    private String test(String series, Span samples, int from) {
        StringBuilder test = new StringBuilder("rule_files: [ " + RuleSet.FILES + " ]\n");
        test.append("evaluation_interval: %dm\ntests:\n- interval: %dm\n  input_series:\n".formatted(every, every));
        test.append(series).append("  promql_expr_test:\n");
        for (int begin = from; begin < samples.to(); begin += PIECE) {
            int last = Math.min(begin + PIECE, samples.to()) - every;
            for (String extreme : List.of("min", "max")) {
                test.append("  - { eval_time: %dm, exp_samples: [], expr: '%s_over_time(%s[%dm:%dm])' }\n"
                        .formatted(last - samples.from(), extreme, FIRING, last - begin, every));
            }
        }
        return test.toString();
    }

    /** What the output tells of; minutes are counted from an offset. */
    static List<Firing> firings(String output, int offset) {
        Map<String, Integer> first = new TreeMap<>();
        List<Firing> firings = new ArrayList<>();
        for (Matcher failure = FAILURE.matcher(output); failure.find(); ) {
            boolean isFirst = failure.group(1).equals("min");
            for (Matcher sample = SAMPLE.matcher(failure.group(3)); sample.find(); ) {
                int minute = offset + (int) (Double.parseDouble(sample.group(2)) / 60);
                String key = seconds(failure.group(2)) + sample.group(1);
                if (isFirst) {
                    first.put(key, minute);
                } else {
                    firings.add(new Firing(labels(sample.group(1)), first.getOrDefault(key, minute), minute));
                }
            }
        }
        return firings;
    }

    private static Map<String, String> labels(String text) {
        Map<String, String> labels = new TreeMap<>();
        LABEL.matcher(text).results().forEach(label -> labels.put(label.group(1), label.group(2)));
        return labels;
    }

    private static int seconds(String duration) {
        return TIME.matcher(duration)
                .results()
                .mapToInt(part -> Integer.parseInt(part.group(1)) * UNITS.getOrDefault(part.group(2), 0))
                .sum();
    }
}
