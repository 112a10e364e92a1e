package io.github.ticryptexporter.endtoend;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** An alert, and another that it may keep quiet; by their labels. */
record AlertPair(Map<String, String> source, Map<String, String> target) {

    /** A pair on each line: names, labels as {@code label=value} with blanks between, and an arrow from source to target. */
    static List<AlertPair> table(String lines) {
        return lines.lines().map(AlertPair::of).toList();
    }

    static AlertPair of(String line) {
        String[] sides = line.split("->", 2);
        return new AlertPair(labels(sides[0]), labels(sides[1]));
    }

    AlertPair at(String site) {
        return new AlertPair(with(source, site), with(target, site));
    }

    private static Map<String, String> labels(String text) {
        Map<String, String> labels = new TreeMap<>();
        for (String word : ("alertname=" + text.strip()).split(" +", -1)) {
            int sign = word.indexOf('=');
            labels.put(word.substring(0, sign), word.substring(sign + 1));
        }
        return labels;
    }

    private static Map<String, String> with(Map<String, String> labels, String site) {
        Map<String, String> more = new TreeMap<>(labels);
        more.put("site", site);
        return more;
    }
}
