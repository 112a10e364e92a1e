package io.github.ticryptexporter.oracle;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The one spelling of a series: {@code name{a="x",b="y"}}, labels sorted, values escaped as in an exposition. */
final class SeriesName {
    private SeriesName() {}

    static String of(String name, Map<String, String> labels) {
        if (labels.isEmpty()) {
            return name;
        }
        return new TreeMap<>(labels)
                .entrySet().stream()
                        .map(label -> label.getKey() + "=\"" + escaped(label.getValue()) + '"')
                        .collect(Collectors.joining(",", name + "{", "}"));
    }

    /** The name in front of the labels. */
    static String nameOf(String series) {
        int brace = series.indexOf('{');
        return brace < 0 ? series : series.substring(0, brace);
    }

    /** The labels of a canonical series, values unescaped. */
    static Map<String, String> labelsOf(String series) {
        return SampleLine.parse(series + " 0").labels();
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }
}
