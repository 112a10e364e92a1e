package io.github.ticryptexporter.oracle;

import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What the oracle's own tests read and say; JSON is written with single quotes. */
final class Given {
    /** A round number of seconds, so that ages can be worked out by eye. */
    static final Instant NOW = Instant.ofEpochSecond(2_000_000_000);

    private Given() {}

    /** An answer as of {@link #NOW}. */
    static RawAnswer answer(String json) {
        return RawAnswer.parse(json.replace('\'', '"'), NOW);
    }

    /** A site whose realms are those given, with nothing read yet. */
    static OracleSettings settings(String... realms) {
        return OracleSettings.defaults().with(new OracleSettings.Realms(true, Set.of(realms), Set.of()));
    }

    /** The expected series of these families, one a line, sorted by family, then by labels. */
    static String expected(RawSite site, OracleSettings settings, String... families) {
        Set<String> wanted = Set.of(families);
        return Oracle.expected(site, settings, NOW).entrySet().stream()
                .filter(entry -> wanted.contains(SeriesName.nameOf(entry.getKey())))
                .sorted(Comparator.comparing((Map.Entry<String, Double> entry) -> SeriesName.nameOf(entry.getKey()))
                        .thenComparing(Map.Entry::getKey))
                .map(Given::line)
                .collect(Collectors.joining());
    }

    private static String line(Map.Entry<String, Double> entry) {
        double value = entry.getValue();
        String number = value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
        return entry.getKey() + " " + number + "\n";
    }
}
