package io.github.ticryptexporter.oracle;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One sample line: name, labels in their order, value, and nothing behind it. */
record SampleLine(String name, Map<String, String> labels, double value) {
    private static final Pattern NAME = Pattern.compile("[a-zA-Z_:][a-zA-Z0-9_:]*");
    private static final Pattern LABEL =
            Pattern.compile("([a-zA-Z_][a-zA-Z0-9_]*)=\"((?:[^\"\\\\]|\\\\[\\\\\"n])*+)\"");
    private static final Pattern VALUE = Pattern.compile(
            " (?<value>[+-]?(?:\\d+(?:\\.\\d*)?|\\.\\d+)(?:[eE][+-]?\\d+)?|[+-]Inf|NaN)(?<rest>.*)", Pattern.DOTALL);

    /** Throws {@link IllegalArgumentException} with what was expected and where. */
    static SampleLine parse(String line) {
        Matcher name = NAME.matcher(line);
        if (!name.lookingAt()) {
            throw new IllegalArgumentException("expected a name: " + line);
        }
        Map<String, String> labels = new LinkedHashMap<>();
        int end = name.end();
        if (line.startsWith("{", end)) {
            end = labels(line, end + 1, labels);
        }
        return new SampleLine(name.group(), labels, value(line, end));
    }

    /** Reads labels up to and with the closing brace; returns where it ends. */
    private static int labels(String line, int start, Map<String, String> labels) {
        int at = start;
        while (!line.startsWith("}", at)) {
            Matcher label = LABEL.matcher(line).region(at, line.length());
            if (!label.lookingAt()) {
                throw new IllegalArgumentException("expected a label at column " + (at + 1) + ": " + line);
            }
            if (labels.put(label.group(1), unescaped(label.group(2))) != null) {
                throw new IllegalArgumentException("label " + label.group(1) + " stands twice: " + line);
            }
            at = label.end();
            if (line.startsWith(",", at)) {
                at++;
            } else if (!line.startsWith("}", at)) {
                throw new IllegalArgumentException("expected , or } at column " + (at + 1) + ": " + line);
            }
        }
        return at + 1;
    }

    private static double value(String line, int start) {
        Matcher value = VALUE.matcher(line).region(start, line.length());
        if (!value.matches()) {
            throw new IllegalArgumentException("expected a space and a value at column " + (start + 1) + ": " + line);
        }
        if (!value.group("rest").isEmpty()) {
            throw new IllegalArgumentException("a timestamp or something else behind the value: " + line);
        }
        return switch (value.group("value")) {
            case "+Inf" -> Double.POSITIVE_INFINITY;
            case "-Inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(value.group("value"));
        };
    }

    /** Resolves the escapes of label values; those of HELP are some of these. */
    static String unescaped(String value) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '\\' && i + 1 < value.length()) {
                i++;
                c = value.charAt(i) == 'n' ? '\n' : value.charAt(i);
            }
            text.append(c);
        }
        return text.toString();
    }
}
