package io.github.ticryptexporter.metrics;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A metric family as it is exposed.
 *
 * @param name as in the text format, {@code _total} and {@code _info} included
 * @param help in one sentence
 * @param labels names, in the order of the samples' columns
 */
public record ExposedFamily(String name, FamilyType type, String help, List<String> labels, Samples samples) {

    /** The order of the exposition. */
    public static final Comparator<ExposedFamily> BY_NAME = Comparator.comparing(ExposedFamily::name);

    private static final List<String> UNITS = List.of("seconds", "bytes", "ratio");

    public ExposedFamily {
        labels = List.copyOf(labels);
        if (!name.endsWith(suffix(type))) {
            throw new IllegalArgumentException("expected " + name + " to end in " + suffix(type));
        }
    }

    /** As OpenMetrics calls it, without {@code _total} and {@code _info}. */
    public String baseName() {
        return name.substring(0, name.length() - suffix(type).length());
    }

    /** What its numbers are measured in, as the base name says. */
    public Optional<String> unit() {
        return UNITS.stream().filter(unit -> baseName().endsWith("_" + unit)).findFirst();
    }

    /** Which column of the samples comes first, second and so on where labels go by name. */
    public int[] columnsByName() {
        return IntStream.range(0, labels.size())
                .boxed()
                .sorted(Comparator.comparing(labels::get))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static String suffix(FamilyType type) {
        return switch (type) {
            case COUNTER -> "_total";
            case INFO -> "_info";
            case GAUGE, HISTOGRAM, SUMMARY -> "";
        };
    }
}
