package io.github.ticryptexporter.config;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What flags and environment say about keys that the file may have too; it wins over the file.
 *
 * @param given by key, which is also the flag's name without its dashes, such as {@code web.listen-address}
 */
public record Overrides(Map<String, Given> given) {

    /** The file alone decides. */
    public static final Overrides NONE = new Overrides(Map.of());

    private static final String VARIABLE_PREFIX = "TICRYPT_EXPORTER_";

    public Overrides {
        given = Map.copyOf(given);
    }

    /**
     * A value from outside the file.
     *
     * @param origin how messages name it: the flag or the variable
     * @param values one text, or several where the flag may be repeated; never empty
     */
    public record Given(String origin, List<String> values) {
        public Given {
            values = List.copyOf(values);
            if (values.isEmpty()) {
                throw new IllegalArgumentException(origin + " is given without a value");
            }
        }
    }

    /** The environment variable that stands for a flag: its name in upper snake case behind a prefix. */
    public static String variable(String flag) {
        return VARIABLE_PREFIX + flag.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_");
    }

    Optional<Given> find(String key) {
        return Optional.ofNullable(given.get(key));
    }
}
