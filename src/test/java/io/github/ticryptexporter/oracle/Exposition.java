package io.github.ticryptexporter.oracle;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A parsed exposition.
 *
 * @param samples values by canonical series, in the exposition's order
 * @param types by family, as declared
 * @param helps by family, unescaped; only families with a HELP line
 */
public record Exposition(Map<String, Double> samples, Map<String, String> types, Map<String, String> helps) {
    public Exposition {
        samples = Collections.unmodifiableMap(new LinkedHashMap<>(samples));
        types = Collections.unmodifiableMap(new LinkedHashMap<>(types));
        helps = Collections.unmodifiableMap(new LinkedHashMap<>(helps));
    }

    /** Parses text format 0.0.4 (and 1.0.0 as long as all names are classic ones). */
    public static Exposition parseText(String text) {
        return new ExpositionParser(ExpositionParser.Format.TEXT).parse(text);
    }

    /** Parses OpenMetrics text 1.0.0. */
    public static Exposition parseOpenMetrics(String text) {
        return new ExpositionParser(ExpositionParser.Format.OPEN_METRICS).parse(text);
    }
}
