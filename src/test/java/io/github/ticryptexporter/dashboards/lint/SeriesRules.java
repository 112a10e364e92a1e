package io.github.ticryptexporter.dashboards.lint;

import static io.github.ticryptexporter.dashboards.lint.Rule.unless;

import io.github.ticryptexporter.metrics.Reference;
import io.github.ticryptexporter.promql.Families;
import io.github.ticryptexporter.promql.Promql;
import io.github.ticryptexporter.promql.Quantity;
import io.github.ticryptexporter.promql.ResultLabels;
import io.github.ticryptexporter.promql.ResultQuantity;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rules on the series that queries ask for, and on the labels and quantities that come of them. */
final class SeriesRules {
    static final Families FAMILIES = Families.shipped();
    private static final ResultLabels LABELS = new ResultLabels(FAMILIES);
    private static final ResultQuantity QUANTITIES = new ResultQuantity(FAMILIES);

    private static final Pattern IN_LEGEND = Pattern.compile("\\{\\{\\s*(\\w+)\\s*}}");

    /** By these two exporters of one site differ, and one before and after its move. */
    private static final Set<String> OF_EXPORTERS = Set.of("instance", "job");

    /** Operators whose left rows stay though there is nothing on the right. */
    private static final Set<String> KEEPING = Set.of("or", "unless");

    private static final Set<String> ALIKE = Set.of("max", "min", "group", "count", "topk", "bottomk");

    /** Those that may be lacking while all is well, as level and aliases will. */
    private static final Set<String> HIDDEN = Stream.concat(
                    Stream.of("ticrypt_team_info"),
                    exposed(entry -> !entry.privacyLevel().equals("strict")))
            .collect(Collectors.toSet());

    private static final Set<String> GAUGES =
            exposed(entry -> !entry.type().equals("counter")).collect(Collectors.toSet());

    static final List<Rule> ALL = List.of(
            Rule.ofTarget("known-names-rule", SeriesRules::unknown),
            Rule.ofPage("known-names-rule", SeriesRules::unknownBesidePanels),
            Rule.ofTarget("quantity-mix-rule", SeriesRules::mixed),
            Rule.ofTarget("legend-labels-rule", SeriesRules::legend),
            Rule.ofTarget("duplicate-series-rule", SeriesRules::duplicates),
            Rule.ofTarget("strict-privacy-rule", SeriesRules::strict),
            Rule.ofPage("strict-privacy-rule", SeriesRules::strictBesidePanels),
            Rule.ofTarget("recorded-ratio-rule", SeriesRules::ratio));

    private SeriesRules() {}

    private static Stream<String> exposed(Predicate<Reference.Entry> such) {
        return Reference.entries().stream().filter(such).map(Reference.Entry::name);
    }

    /** The labels that the answer to a query may have. */
    static Set<String> labels(TargetJson target) {
        return target.promql().map(LABELS::of).orElse(Set.of());
    }

    static Set<Quantity> quantities(TargetJson target) {
        return target.promql().map(QUANTITIES::of).orElse(Set.of());
    }

    private static Stream<String> unknown(TargetJson target) {
        return unknownIn(Stream.of(target.expr()));
    }

    private static Stream<String> unknownBesidePanels(DashboardJson page) {
        return unknownIn(besidePanels(page));
    }

    /** What annotations and variables ask. */
    private static Stream<String> besidePanels(DashboardJson page) {
        return Stream.concat(
                page.annotations().stream()
                        .map(annotation -> annotation.path("expr").asText()),
                LinterRules.selections(page));
    }

    private static Stream<String> unknownIn(Stream<String> queries) {
        return queries.flatMap(query -> TargetJson.read(query).stream())
                .flatMap(query -> LABELS.unknownIn(query).stream())
                .distinct()
                .map(fault -> fault + "; see docs/metrics.md and alerts/ticrypt-records.yaml");
    }

    private static Stream<String> mixed(TargetJson target) {
        return target.promql().stream()
                .flatMap(query -> QUANTITIES.mixedIn(query).stream())
                .distinct()
                .map(fault -> "makes no sense of quantities: " + fault);
    }

    private static Stream<String> legend(TargetJson target) {
        Set<String> there = labels(target);
        return IN_LEGEND
                .matcher(target.legend())
                .results()
                .map(label -> label.group(1))
                .filter(label -> !there.contains(label))
                .map(label -> "legend has {{%s}}, which the answer does not: %s".formatted(label, there));
    }

    /** What two exporters of one site say alike must not be there twice, nor be added up. */
    private static Stream<String> duplicates(TargetJson target) {
        return target.promql().stream()
                .flatMap(query -> doubled(query, Optional.empty(), shown(target)))
                .distinct();
    }

    /** Whether the answer tells exporters apart. */
    private static boolean shown(TargetJson target) {
        return target.legend().contains("{{instance}}") || target.panel().is("table");
    }

    private static Stream<String> doubled(Promql part, Optional<Promql.Aggregation> inside, boolean shown) {
        if (part instanceof Promql.Selector selector && isGauge(selector)) {
            boolean once = inside.map(SeriesRules::isOnce).orElse(shown);
            return unless(once, selector.metric() + " comes of each exporter; take the max by its labels first");
        }
        Optional<Promql.Aggregation> within =
                part instanceof Promql.Aggregation aggregation ? Optional.of(aggregation) : inside;
        return part.parts().stream().flatMap(each -> doubled(each, within, shown));
    }

    private static boolean isOnce(Promql.Aggregation aggregation) {
        return ALIKE.contains(aggregation.operator())
                || (aggregation.kept() && aggregation.labels().stream().anyMatch(OF_EXPORTERS::contains));
    }

    private static boolean isGauge(Promql.Selector selector) {
        return GAUGES.contains(selector.metric());
    }

    /** What not every privacy level shows must not decide whether a row is there. */
    private static Stream<String> strict(TargetJson target) {
        return strict(Stream.of(target.expr()));
    }

    private static Stream<String> strictBesidePanels(DashboardJson page) {
        return strict(besidePanels(page));
    }

    private static Stream<String> strict(Stream<String> queries) {
        return queries.flatMap(query -> TargetJson.read(query).stream())
                .filter(query -> remains(query).isEmpty() || drops(query))
                .map(
                        query -> "rows vanish where " + String.join(", ", hidden(query))
                                + " is not shown, as at privacy level strict; join it in by \"or\" with the same rows without it");
    }

    private static Set<String> hidden(Promql query) {
        return query.selectors()
                .map(Promql.Selector::metric)
                .filter(HIDDEN::contains)
                .collect(Collectors.toSet());
    }

    /** What is left of an expression when nothing hidden is there; nothing when no row is. */
    private static Optional<Promql> remains(Promql part) {
        if (part instanceof Promql.Selector selector) {
            return HIDDEN.contains(selector.metric()) ? Optional.empty() : Optional.of(part);
        }
        if (part instanceof Promql.Binary binary && KEEPING.contains(binary.operator())) {
            return remains(binary.left()).or(() -> binary.isOr() ? remains(binary.right()) : Optional.empty());
        }
        return part.parts().stream().allMatch(each -> remains(each).isPresent()) ? Optional.of(part) : Optional.empty();
    }

    /** Whether it joins something hidden to rows that nothing brings back. */
    private static boolean drops(Promql part) {
        if (part instanceof Promql.Binary or && or.isOr() && or.left() instanceof Promql.Binary join && isJoin(join)) {
            return !join.left().equals(unlabelled(or.right())) || drops(join.left()) || drops(or.right());
        }
        return (part instanceof Promql.Binary join && isJoin(join))
                || part.parts().stream().anyMatch(SeriesRules::drops);
    }

    private static boolean isJoin(Promql.Binary binary) {
        return !KEEPING.contains(binary.operator())
                && (remains(binary.left()).isEmpty() || remains(binary.right()).isEmpty());
    }

    private static Promql unlabelled(Promql part) {
        return part instanceof Promql.Call call && call.function().equals("label_replace")
                ? call.arguments().get(0)
                : part;
    }

    /** A rule makes the same share for alerts and pages, and the page asks one series instead of two. */
    private static Stream<String> ratio(TargetJson target) {
        return target.promql().stream()
                .flatMap(Promql::all)
                .filter(part -> part instanceof Promql.Binary binary
                        && binary.operator().equals("/"))
                .filter(part ->
                        part.parts().stream().allMatch(side -> side.selectors().anyMatch(SeriesRules::isGauge)))
                .map(part -> "divides what the exporter shows; record the share in alerts/templates");
    }
}
