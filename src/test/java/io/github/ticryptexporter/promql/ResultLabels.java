package io.github.ticryptexporter.promql;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Which labels the result of an expression may have, and where it names one that cannot be there. */
public final class ResultLabels {
    private static final Set<String> WITHOUT = Set.of("time", "vector", "scalar", "absent", "absent_over_time");

    private final Families families;

    public ResultLabels(Families families) {
        this.families = families;
    }

    /** The labels, sorted, without the metric's name. */
    public Set<String> of(Promql expression) {
        if (expression instanceof Promql.Selector selector) {
            return families.labelsOf(selector);
        }
        if (expression instanceof Promql.Call call) {
            return ofCall(call);
        }
        if (expression instanceof Promql.Aggregation aggregation) {
            return ofAggregation(aggregation);
        }
        if (expression instanceof Promql.Binary binary) {
            return ofBinary(binary);
        }
        return union(expression.parts());
    }

    private Set<String> ofCall(Promql.Call call) {
        if (WITHOUT.contains(call.function())) {
            return Set.of();
        }
        Set<String> labels = union(call.arguments());
        if (call.function().startsWith("label_")) {
            labels.add(((Promql.Text) call.arguments().get(1)).content());
        }
        if (call.function().equals("histogram_quantile")) {
            labels.remove("le");
        }
        return labels;
    }

    private Set<String> ofAggregation(Promql.Aggregation aggregation) {
        Set<String> labels = new TreeSet<>(of(aggregation.operand()));
        if (aggregation.chooses()) {
            return labels;
        }
        if (aggregation.kept()) {
            labels.retainAll(aggregation.labels());
        } else {
            labels.removeAll(aggregation.labels());
        }
        return labels;
    }

    private Set<String> ofBinary(Promql.Binary binary) {
        Set<String> left = new TreeSet<>(of(binary.left()));
        Set<String> right = new TreeSet<>(of(binary.right()));
        Promql.Matching matching = binary.matching();
        if (binary.isSet()) {
            left.addAll(binary.isOr() ? right : Set.of());
            return left;
        }
        if (isNumber(binary.left()) || matching.many().equals("group_right")) {
            right.addAll(matching.taken());
            return right;
        }
        if (isNumber(binary.right()) || !matching.many().isEmpty()) {
            left.addAll(matching.taken());
            return left;
        }
        left.retainAll(matching.isOn() ? matching.labels() : right);
        left.removeAll(matching.isOn() ? Set.of() : matching.labels());
        return left;
    }

    /** Whether it is one number and no series. */
    private static boolean isNumber(Promql expression) {
        return expression
                .all()
                .allMatch(part -> part instanceof Promql.Literal
                        || part instanceof Promql.Binary
                        || (part instanceof Promql.Call call && call.function().equals("time")));
    }

    private Set<String> union(List<Promql> parts) {
        return parts.stream().flatMap(part -> of(part).stream()).collect(Collectors.toCollection(TreeSet::new));
    }

    /** What the expression names and what cannot be there: metrics, and labels in matchers, groupings and matchings. */
    public List<String> unknownIn(Promql expression) {
        List<String> unknown = new ArrayList<>();
        expression.all().forEach(part -> {
            if (part instanceof Promql.Selector selector) {
                addUnknown(selector, unknown);
            }
            if (part instanceof Promql.Aggregation aggregation) {
                addLacking(
                        aggregation.labels(),
                        of(aggregation.operand()),
                        aggregation.operator() + " groups by ",
                        unknown);
            }
            if (part instanceof Promql.Binary binary) {
                Set<String> both = new TreeSet<>(of(binary.left()));
                both.addAll(of(binary.right()));
                addLacking(binary.matching().labels(), both, binary.operator() + " matches by ", unknown);
                addLacking(binary.matching().taken(), both, binary.operator() + " takes ", unknown);
            }
        });
        return unknown;
    }

    private void addUnknown(Promql.Selector selector, List<String> unknown) {
        if (!families.knows(selector.metric())) {
            unknown.add("there is no metric " + selector.metric());
            return;
        }
        Set<String> known = families.labelsOf(selector);
        selector.matchers().stream()
                .filter(matcher -> !known.contains(matcher.label()))
                .forEach(matcher -> unknown.add(selector.metric() + " has no label " + matcher.label()));
    }

    private static void addLacking(Set<String> named, Set<String> there, String what, List<String> unknown) {
        named.stream()
                .filter(label -> !there.contains(label))
                .sorted()
                .forEach(label -> unknown.add(what + label + ", which its operands have not"));
    }
}
