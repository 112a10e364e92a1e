package io.github.ticryptexporter.metrics;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One sample of the exposition, its labels by name. */
record Sample(Family family, SortedMap<String, String> labels, double value) {

    /** No value holds a quote in these tests. */
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"([^\"]*)\"");

    private static final Map<String, Family> FAMILIES =
            Catalogue.all().stream().collect(Collectors.toMap(Family::name, family -> family));

    /** The samples about the fleet under this limit. */
    static List<Sample> ofTheFleet(Exposed exposed, int limit) {
        return exposed.within(limit)
                .text()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("[{ ]", 2))
                .filter(words -> FAMILIES.containsKey(words[0]))
                .map(words -> parsed(Objects.requireNonNull(FAMILIES.get(words[0])), " " + words[1]))
                .filter(sample -> Catalogue.isAboutTheFleet(sample.family()))
                .toList();
    }

    private static Sample parsed(Family family, String rest) {
        SortedMap<String, String> labels = new TreeMap<>();
        LABEL.matcher(rest).results().forEach(label -> labels.put(label.group(1), label.group(2)));
        return new Sample(family, labels, Double.parseDouble(rest.substring(rest.lastIndexOf(' ') + 1)));
    }

    /** Whether it may be folded by this label. */
    boolean isOf(String subject) {
        return family.folding() != null && labels.containsKey(subject);
    }

    String label(String name) {
        return labels.getOrDefault(name, "");
    }

    Sample with(String label, String text) {
        SortedMap<String, String> changed = new TreeMap<>(labels);
        changed.put(label, text);
        return new Sample(family, changed, value);
    }

    /** Which series it is. */
    String series() {
        return family.name() + labels;
    }

    @Override
    public String toString() {
        return series() + " " + value;
    }
}
