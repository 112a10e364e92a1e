package io.github.ticryptexporter.rules;

import io.github.ticryptexporter.metrics.Reference;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The metrics and labels that a query may name: the catalogue's, the recorded ones, and few of Prometheus itself. */
final class KnownNames {

    /** What Prometheus makes of every target, and of every alert. */
    private static final Set<String> OF_PROMETHEUS =
            Set.of("up", "scrape_samples_post_metric_relabeling", "scrape_sample_limit", "ALERTS", "ALERTS_FOR_STATE");

    private static final Set<String> OF_TARGETS = Set.of("site", "job", "instance");
    private static final Set<String> OF_RULES =
            Set.of("resource", "type", "band", "alertname", "alertstate", "severity", "owner", "le", "__name__");

    private static final Pattern IN_TEXT =
            Pattern.compile("(?<![\\w:])(?:[a-z_]+:)?ticrypt_[a-z0-9_]*[a-z0-9](?::[a-z0-9_]+)*");
    private static final Pattern SELECTOR = Pattern.compile("([a-zA-Z_:][\\w:]*)\\s*\\{([^}]*)}");
    private static final Pattern MATCHER = Pattern.compile("(\\w+)\\s*(?:=~|!~|!=|=)");
    private static final Pattern GROUPING =
            Pattern.compile("\\b(?:by|without|on|ignoring|group_left|group_right)\\s*\\(([^)]*)\\)");

    /** Labels by metric. */
    private final Map<String, Set<String>> metrics = new TreeMap<>();

    private final Set<String> labels = new TreeSet<>();

    KnownNames() {
        for (Reference.Entry entry : Reference.entries()) {
            Stream<String> names = entry.type().equals("histogram")
                    ? Stream.of("_bucket", "_count", "_sum").map(suffix -> entry.name() + suffix)
                    : Stream.of();
            Stream.concat(Stream.of(entry.name()), names).forEach(name -> metrics.put(name, with(entry.labels())));
            labels.addAll(with(entry.labels()));
        }
        Set<String> any = with(labels);
        OF_PROMETHEUS.forEach(name -> metrics.put(name, any));
        Rules.shipped().all().stream()
                .filter(rule -> !rule.isAlert())
                .forEach(record -> metrics.put(record.name(), any));
    }

    private static Set<String> with(Iterable<String> own) {
        Set<String> names = new TreeSet<>(OF_TARGETS);
        names.addAll(OF_RULES);
        own.forEach(names::add);
        return names;
    }

    /** Metrics of ours, recorded or exposed, that the text names and that there are not. */
    List<String> unknownIn(String text) {
        return IN_TEXT.matcher(text)
                .results()
                .map(name -> name.group())
                .filter(name -> !metrics.containsKey(name))
                .distinct()
                .toList();
    }

    /** What the query names and what there is not: metrics, and labels of a metric or of a grouping. */
    List<String> unknownInQuery(String query) {
        String bare = query.replaceAll("\"[^\"]*\"", "\"\"");
        Stream<String> selected = SELECTOR.matcher(bare)
                .results()
                .flatMap(selector -> MATCHER.matcher(selector.group(2))
                        .results()
                        .map(label -> label.group(1))
                        .filter(label -> !labelsOf(selector.group(1)).contains(label))
                        .map(label -> selector.group(1) + "{" + label + "}"));
        Stream<String> grouped = GROUPING.matcher(bare)
                .results()
                .flatMap(group -> Stream.of(group.group(1).split(",", -1)))
                .map(String::strip)
                .filter(label -> !label.isEmpty() && !labels.contains(label));
        return Stream.of(unknownIn(bare).stream(), selected, grouped)
                .flatMap(names -> names)
                .collect(Collectors.toList());
    }

    private Set<String> labelsOf(String metric) {
        return metrics.getOrDefault(metric, Set.of());
    }
}
