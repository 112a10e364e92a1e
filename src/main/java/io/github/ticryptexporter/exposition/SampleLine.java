package io.github.ticryptexporter.exposition;

import static io.github.ticryptexporter.exposition.LineCursor.require;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * One sample as a line has it: name, labels, value and nothing more. Labels go by name, the bound of a bucket behind them.
 *
 * @param labels without the escapes of their values
 */
public record SampleLine(String name, SortedMap<String, String> labels, double value) {

    /** What a bucket reaches up to. */
    static final String BOUND = "le";

    private static final String ESCAPES = "\\n\"";
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?(E-?[0-9]+)?|[+-]Inf|NaN");

    public SampleLine {
        labels = Collections.unmodifiableSortedMap(labels);
    }

    /** @throws IllegalArgumentException when it is none; the message quotes nothing of it */
    static SampleLine parse(String line) {
        LineCursor cursor = new LineCursor(line);
        String name = cursor.name();
        SortedMap<String, String> labels = new TreeMap<>();
        if (cursor.skip("{")) {
            readLabels(cursor, labels);
        }
        cursor.expect(" ");
        return new SampleLine(name, labels, number(cursor.rest()));
    }

    private static void readLabels(LineCursor cursor, SortedMap<String, String> labels) {
        String last = "";
        do {
            require(!last.equals(BOUND), "a label behind the bound of a bucket");
            String name = cursor.name();
            require(name.indexOf(':') < 0, "a colon in the name of a label");
            require(name.equals(BOUND) || name.compareTo(last) > 0, "labels out of order, or one of them twice");
            last = name;
            cursor.expect("=\"");
            labels.put(name, cursor.text(ESCAPES));
            cursor.expect("\"");
        } while (cursor.skip(","));
        cursor.expect("}");
    }

    private static double number(String text) {
        require(NUMBER.matcher(text).matches(), "expected a number, and nothing behind it");
        return switch (text) {
            case "+Inf" -> Double.POSITIVE_INFINITY;
            case "-Inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(text);
        };
    }
}
