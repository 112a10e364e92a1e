package io.github.ticryptexporter.chart;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Helm renders nothing: the chart or its schema refuses the values. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Of a template; what the schema says is longer and has no such line. */
    private static final Pattern OF_TEMPLATE = Pattern.compile("(?m)^execution error at \\([^)]*\\): (.*)$");

    Refusal(IllegalStateException cause) {
        super(words(String.valueOf(cause.getMessage())), cause);
    }

    private static String words(String message) {
        Matcher matcher = OF_TEMPLATE.matcher(message);
        return matcher.find() ? matcher.group(1) : message;
    }

    /** What the chart says to these values, with those that have no default. */
    static String of(String values) {
        try {
            Chart.render(values);
        } catch (Refusal refusal) {
            return String.valueOf(refusal.getMessage());
        }
        throw new AssertionError("expected a refusal, but was rendered: " + values);
    }

    /** The value that is told to be wrong. */
    String key() {
        return String.valueOf(getMessage()).replaceAll(":.*", "");
    }
}
