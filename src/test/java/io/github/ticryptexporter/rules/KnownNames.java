package io.github.ticryptexporter.rules;

import io.github.ticryptexporter.metrics.Reference;
import io.github.ticryptexporter.promql.Families;
import io.github.ticryptexporter.promql.PromqlReader;
import io.github.ticryptexporter.promql.ResultLabels;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The metrics and labels that a query may name: the catalogue's, the recorded ones, and few of Prometheus itself. */
final class KnownNames {
    private static final Pattern IN_TEXT =
            Pattern.compile("(?<![\\w:])(?:[a-z_]+:)?ticrypt_[a-z0-9_]*[a-z0-9](?::[a-z0-9_]+)*");

    private final Families families = Families.shipped();
    private final ResultLabels labels = new ResultLabels(families);
    private final Set<String> catalogue =
            Reference.entries().stream().map(Reference.Entry::name).collect(Collectors.toSet());

    /** Metrics of ours, recorded or exposed, that the text names and that there are not. */
    List<String> unknownIn(String text) {
        return IN_TEXT.matcher(text)
                .results()
                .map(MatchResult::group)
                .filter(name -> !families.knows(name) && !catalogue.contains(name))
                .distinct()
                .toList();
    }

    /** What the query names and what there is not: metrics, and labels of a metric, a grouping or a matching. */
    List<String> unknownInQuery(String query) {
        return labels.unknownIn(PromqlReader.read(query));
    }

    /** The labels that the query's result may have. */
    Set<String> labelsOf(String query) {
        return labels.of(PromqlReader.read(query));
    }
}
