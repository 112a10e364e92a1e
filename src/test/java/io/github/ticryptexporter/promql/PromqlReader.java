package io.github.ticryptexporter.promql;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads PromQL from text, variables of Grafana's in the place of numbers and durations included.
 *
 * <p>The grammar is that of Prometheus 2.42 without what nobody here writes: {@code @}, {@code atan2}, quoted metric names.
 */
public final class PromqlReader {
    private static final Pattern TOKEN =
            Pattern.compile("\\s+|#[^\\n]*|(?<token>\"(?:\\\\.|[^\"\\\\])*\"|'(?:\\\\.|[^'\\\\])*'"
                    + "|\\$\\{[^}]*}|\\$\\w+|\\d+(?:ms|[smhdwy])\\w*|(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?|[A-Za-z_][\\w:]*"
                    + "|=~|!~|!=|==|>=|<=|[-+*/%^<>=(){}\\[\\],:])");

    private static final Map<String, Integer> BINDS = Map.ofEntries(
            Map.entry("or", 1),
            Map.entry("and", 2),
            Map.entry("unless", 2),
            Map.entry("==", 3),
            Map.entry("!=", 3),
            Map.entry(">", 3),
            Map.entry("<", 3),
            Map.entry(">=", 3),
            Map.entry("<=", 3),
            Map.entry("+", 4),
            Map.entry("-", 4),
            Map.entry("*", 5),
            Map.entry("/", 5),
            Map.entry("%", 5),
            Map.entry("^", 6));

    private static final int SIGN_BINDS = 6;

    private static final Set<String> AGGREGATIONS = Set.of(
            "sum",
            "min",
            "max",
            "avg",
            "group",
            "stddev",
            "stdvar",
            "count",
            "count_values",
            "bottomk",
            "topk",
            "quantile",
            "limitk",
            "limit_ratio");

    private static final Pattern NUMBER = Pattern.compile("\\d.*|\\.\\d.*|\\$.*|(?i:inf|nan)");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][\\w:]*");

    private final String text;
    private final List<String> tokens = new ArrayList<>();
    private int next;

    private PromqlReader(String text) {
        this.text = text;
    }

    /**
     * The expression of this text.
     *
     * @throws IllegalArgumentException that says what was expected and what came
     */
    public static Promql read(String text) {
        PromqlReader reader = new PromqlReader(text);
        reader.split();
        Promql expression = reader.expression(1);
        if (!reader.at("")) {
            throw reader.unexpected("the end");
        }
        return expression;
    }

    private void split() {
        Matcher matcher = TOKEN.matcher(text);
        int end = 0;
        while (end < text.length()) {
            if (!matcher.find(end) || matcher.start() != end) {
                throw new IllegalArgumentException("unknown sign at \"" + text.substring(end) + "\"");
            }
            if (matcher.group("token") != null) {
                tokens.add(matcher.group("token"));
            }
            end = matcher.end();
        }
    }

    private Promql expression(int weakest) {
        Promql left = operand();
        while (BINDS.getOrDefault(peek(), 0) >= weakest) {
            String operator = take();
            boolean bool = skip("bool");
            Promql.Matching matching = matching();
            int binds = BINDS.getOrDefault(operator, 0);
            Promql right = expression(operator.equals("^") ? binds : binds + 1);
            left = new Promql.Binary(operator, bool, matching, left, right);
        }
        return left;
    }

    private Promql.Matching matching() {
        if (!at("on") && !at("ignoring")) {
            return Promql.Matching.ALL;
        }
        String by = take();
        Set<String> labels = names();
        String many = at("group_left") || at("group_right") ? take() : "";
        return new Promql.Matching(by, labels, many, !many.isEmpty() && at("(") ? names() : Set.of());
    }

    private Promql operand() {
        if (skip("-")) {
            return new Promql.Binary("*", false, Promql.Matching.ALL, new Promql.Literal("-1"), expression(SIGN_BINDS));
        }
        Promql operand = primary();
        while (true) {
            if (skip("[")) {
                operand = new Promql.Range(operand, until("]"));
            } else if (skip("offset")) {
                operand = new Promql.Shifted(operand, (skip("-") ? "-" : "") + take());
            } else {
                return operand;
            }
        }
    }

    private Promql primary() {
        if (skip("(")) {
            Promql inner = expression(1);
            expect(")");
            return inner;
        }
        String token = peek();
        if (token.startsWith("\"") || token.startsWith("'")) {
            return new Promql.Text(take());
        }
        if (NUMBER.matcher(token).matches()) {
            return new Promql.Literal(take());
        }
        if (token.equals("{")) {
            return new Promql.Selector("", matchers());
        }
        if (!NAME.matcher(token).matches()) {
            throw unexpected("an expression");
        }
        return named(take());
    }

    private Promql named(String name) {
        if (AGGREGATIONS.contains(name) && (at("(") || at("by") || at("without"))) {
            return aggregation(name);
        }
        return at("(") ? new Promql.Call(name, arguments()) : new Promql.Selector(name, matchers());
    }

    private Promql aggregation(String operator) {
        boolean before = at("by") || at("without");
        boolean kept = !at("without");
        Set<String> labels = before ? labels() : Set.of();
        List<Promql> arguments = arguments();
        if (!before && (at("by") || at("without"))) {
            kept = at("by");
            labels = labels();
        }
        return new Promql.Aggregation(operator, kept, labels, arguments);
    }

    private Set<String> labels() {
        take();
        return names();
    }

    private List<Promql> arguments() {
        expect("(");
        List<Promql> arguments = new ArrayList<>();
        while (!skip(")")) {
            arguments.add(expression(1));
            if (!at(")")) {
                expect(",");
            }
        }
        return arguments;
    }

    private Set<String> names() {
        expect("(");
        Set<String> names = new LinkedHashSet<>();
        while (!skip(")")) {
            names.add(take());
            skip(",");
        }
        return names;
    }

    private List<Promql.Matcher> matchers() {
        List<Promql.Matcher> matchers = new ArrayList<>();
        if (skip("{")) {
            while (!skip("}")) {
                String label = take();
                String operator = take();
                if (!peek().startsWith("\"")) {
                    throw unexpected("a text in quotes");
                }
                matchers.add(new Promql.Matcher(label, operator, new Promql.Text(take()).content()));
                skip(",");
            }
        }
        return matchers;
    }

    private String until(String end) {
        StringBuilder text = new StringBuilder();
        while (!skip(end)) {
            text.append(take());
        }
        return text.toString();
    }

    /** Empty at the end. */
    private String peek() {
        return next < tokens.size() ? tokens.get(next) : "";
    }

    private boolean at(String token) {
        return peek().equals(token);
    }

    private boolean skip(String token) {
        boolean there = at(token);
        next += there ? 1 : 0;
        return there;
    }

    private String take() {
        if (at("")) {
            throw unexpected("more");
        }
        return tokens.get(next++);
    }

    private void expect(String token) {
        if (!skip(token)) {
            throw unexpected("\"" + token + "\"");
        }
    }

    private IllegalArgumentException unexpected(String expected) {
        String came = at("") ? "the end" : "\"" + peek() + "\"";
        return new IllegalArgumentException("expected " + expected + ", but was " + came + " after \""
                + String.join(" ", tokens.subList(0, next)) + "\"");
    }
}
