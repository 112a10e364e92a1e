package io.github.ticryptexporter.promql;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** An expression of PromQL; parentheses are gone, since the tree says what belongs together. */
public sealed interface Promql {

    /** The expressions that this one is made of, from left to right. */
    List<Promql> parts();

    /** This expression and all within it. */
    default Stream<Promql> all() {
        return Stream.concat(Stream.of(this), parts().stream().flatMap(Promql::all));
    }

    /** The selectors in it. */
    default Stream<Selector> selectors() {
        return all().filter(Selector.class::isInstance).map(Selector.class::cast);
    }

    /** A number, or a variable of Grafana's in the place of one. */
    record Literal(String text) implements Promql {
        @Override
        public List<Promql> parts() {
            return List.of();
        }
    }

    /** A text with its quotes. */
    record Text(String text) implements Promql {
        @Override
        public List<Promql> parts() {
            return List.of();
        }

        public String content() {
            return text.substring(1, text.length() - 1);
        }
    }

    /** Which series are meant. */
    record Selector(String metric, List<Matcher> matchers) implements Promql {
        public Selector {
            matchers = List.copyOf(matchers);
        }

        @Override
        public List<Promql> parts() {
            return List.of();
        }
    }

    /** What one label has to be, such as {@code site=~"$site"}; the value is without quotes. */
    record Matcher(String label, String operator, String value) {

        /** Whether a series whose label has this value is meant; a variable may stand for any. */
        boolean fits(String actual) {
            boolean chosen = value.contains("$");
            return switch (operator) {
                case "=" -> chosen || value.equals(actual);
                case "!=" -> chosen || !value.equals(actual);
                case "=~" -> chosen || actual.matches(value);
                default -> chosen || !actual.matches(value);
            };
        }
    }

    /** The samples of a time, such as {@code [5m]}, or of a subquery, {@code [7d:6h]}. */
    record Range(Promql of, String length) implements Promql {
        @Override
        public List<Promql> parts() {
            return List.of(of);
        }
    }

    /** What was so long ago. */
    record Shifted(Promql of, String by) implements Promql {
        @Override
        public List<Promql> parts() {
            return List.of(of);
        }
    }

    record Call(String function, List<Promql> arguments) implements Promql {
        public Call {
            arguments = List.copyOf(arguments);
        }

        @Override
        public List<Promql> parts() {
            return arguments;
        }
    }

    /**
     * Such as {@code max by (site) (…)}.
     *
     * @param kept whether the labels are those that stay, and not those that go; true and none for {@code max(…)}
     */
    record Aggregation(String operator, boolean kept, Set<String> labels, List<Promql> arguments) implements Promql {
        public Aggregation {
            labels = Set.copyOf(labels);
            arguments = List.copyOf(arguments);
        }

        @Override
        public List<Promql> parts() {
            return arguments;
        }

        /** What is aggregated; a number may stand in front of it. */
        public Promql operand() {
            return arguments.get(arguments.size() - 1);
        }

        /** Whether it chooses series, with all their labels, instead of making one of them. */
        public boolean chooses() {
            return CHOOSING.contains(operator);
        }

        private static final Set<String> CHOOSING = Set.of("topk", "bottomk", "limitk", "limit_ratio");
    }

    /**
     * Two expressions with an operator between.
     *
     * @param bool whether a comparison answers 0 and 1 instead of leaving series out
     */
    record Binary(String operator, boolean bool, Matching matching, Promql left, Promql right) implements Promql {
        private static final Set<String> SETS = Set.of("and", "or", "unless");
        private static final Set<String> COMPARISONS = Set.of("==", "!=", ">", "<", ">=", "<=");

        @Override
        public List<Promql> parts() {
            return List.of(left, right);
        }

        public boolean isSet() {
            return SETS.contains(operator);
        }

        public boolean isComparison() {
            return COMPARISONS.contains(operator);
        }

        public boolean isOr() {
            return operator.equals("or");
        }
    }

    /**
     * By which labels two sides are matched.
     *
     * @param by {@code on}, {@code ignoring} or nothing
     * @param many {@code group_left}, {@code group_right} or nothing
     * @param taken the labels that the side of many takes from the other
     */
    record Matching(String by, Set<String> labels, String many, Set<String> taken) {
        static final Matching ALL = new Matching("", Set.of(), "", Set.of());

        public Matching {
            labels = Set.copyOf(labels);
            taken = Set.copyOf(taken);
        }

        boolean isOn() {
            return by.equals("on");
        }
    }
}
