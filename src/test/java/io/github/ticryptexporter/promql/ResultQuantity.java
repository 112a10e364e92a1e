package io.github.ticryptexporter.promql;

import static java.util.stream.Collectors.toCollection;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * What the values of an expression's result are: bytes, seconds, a share.
 *
 * <p>Several where that depends on a label; none where any number fits: of literals, which scale, and of not a number.
 */
public final class ResultQuantity {

    /** 1024 to some power turns bytes into a number of larger units. */
    private static final Set<String> BINARY_UNITS = Set.of("1024", "1048576", "1073741824", "1099511627776");

    private static final Set<String> COUNTING =
            Set.of("count_over_time", "changes", "resets", "absent", "absent_over_time");
    private static final Set<String> RATES = Set.of("rate", "irate", "deriv");
    private static final Set<String> DIFFERENCES = Set.of("increase", "delta", "idelta");
    private static final Set<String> TIMES = Set.of("time", "timestamp");
    private static final Pattern NOTHING = Pattern.compile("(?i)nan|-?0");

    private final Families families;

    public ResultQuantity(Families families) {
        this.families = families;
    }

    public Set<Quantity> of(Promql expression) {
        return of(expression, new ArrayList<>());
    }

    /** Where the expression adds or compares what cannot be: bytes and seconds. */
    public List<String> mixedIn(Promql expression) {
        List<String> mixed = new ArrayList<>();
        of(expression, mixed);
        return mixed;
    }

    private Set<Quantity> of(Promql expression, List<String> mixed) {
        if (expression instanceof Promql.Literal literal) {
            return BINARY_UNITS.contains(literal.text()) ? Set.of(Quantity.BYTES) : Set.of();
        }
        if (expression instanceof Promql.Selector selector) {
            return families.of(selector).stream()
                    .flatMap(family -> family.quantities().stream())
                    .collect(toCollection(TreeSet::new));
        }
        if (expression instanceof Promql.Call call) {
            return ofCall(call, mixed);
        }
        if (expression instanceof Promql.Aggregation aggregation) {
            Set<Quantity> operand = of(aggregation.operand(), mixed);
            return switch (aggregation.operator()) {
                case "count", "count_values" -> Set.of(Quantity.COUNT);
                case "group" -> Set.of();
                default -> operand;
            };
        }
        if (expression instanceof Promql.Binary binary) {
            return ofBinary(binary, mixed);
        }
        return expression.parts().isEmpty() ? Set.of() : of(expression.parts().get(0), mixed);
    }

    private Set<Quantity> ofCall(Promql.Call call, List<String> mixed) {
        if (TIMES.contains(call.function())) {
            return Set.of(Quantity.TIMESTAMP);
        }
        if (COUNTING.contains(call.function())) {
            return Set.of(Quantity.COUNT);
        }
        if (call.function().equals("histogram_quantile")) {
            return call.selectors()
                    .map(selector -> Quantity.named(selector.metric()))
                    .collect(toCollection(TreeSet::new));
        }
        Set<Quantity> first =
                call.arguments().isEmpty() ? Set.of() : of(call.arguments().get(0), mixed);
        if (RATES.contains(call.function())) {
            return each(first, Quantity::rate);
        }
        return DIFFERENCES.contains(call.function()) ? each(first, Quantity::difference) : first;
    }

    private static Set<Quantity> each(Set<Quantity> quantities, UnaryOperator<Quantity> change) {
        return quantities.stream().map(change).collect(toCollection(TreeSet::new));
    }

    private Set<Quantity> ofBinary(Promql.Binary binary, List<String> mixed) {
        Set<Quantity> left = of(binary.left(), mixed);
        Set<Quantity> right = of(binary.right(), mixed);
        if (binary.isOr()) {
            Set<Quantity> both = new TreeSet<>(left);
            both.addAll(right);
            return both;
        }
        if (binary.isSet()) {
            return left;
        }
        if (binary.isComparison()) {
            combined(binary, "-", left, right, mixed);
            return binary.bool() ? Set.of(Quantity.RATIO) : left.isEmpty() ? right : left;
        }
        return isNothing(binary.left()) || isNothing(binary.right())
                ? Set.of()
                : combined(binary, binary.operator(), left, right, mixed);
    }

    private static boolean isNothing(Promql expression) {
        return expression instanceof Promql.Literal literal
                && NOTHING.matcher(literal.text()).matches();
    }

    /** Where both sides may be the same several things, one label says which, and equals meet. */
    private static Set<Quantity> combined(
            Promql.Binary binary, String operator, Set<Quantity> left, Set<Quantity> right, List<String> mixed) {
        if (left.isEmpty() || right.isEmpty()) {
            return left.isEmpty() ? right : left;
        }
        Set<Quantity> results = new TreeSet<>();
        for (Quantity one : left) {
            for (Quantity other : left.equals(right) ? Set.of(one) : right) {
                Optional<Quantity> result = combined(operator, one, other);
                result.ifPresent(results::add);
                if (result.isEmpty()) {
                    mixed.add("%s %s %s".formatted(one.words(), binary.operator(), other.words()));
                }
            }
        }
        return results;
    }

    private static Optional<Quantity> combined(String operator, Quantity left, Quantity right) {
        return switch (operator) {
            case "+" -> left.plus(right);
            case "-" -> left.minus(right);
            case "*" -> left.times(right);
            case "/" -> left.per(right);
            default -> Optional.of(left);
        };
    }
}
