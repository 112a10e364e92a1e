package io.github.ticryptexporter.exposition;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One element of an Accept or Accept-Encoding header (RFC 9110, sections 12.4.2 and 12.5).
 *
 * @param value a media range or a content coding, in lower case
 * @param parameters by name in lower case, without quotes; the weight is among them as it was sent
 * @param weight 0 refuses, 1 is wished for most
 */
record Preference(String value, Map<String, String> parameters, double weight) {
    /** Wider than the grammar, which wants a digit before the point: Java's old client sends {@code q=.2}. */
    private static final Pattern WEIGHT = Pattern.compile("0?\\.[0-9]+|0\\.?|1(\\.0*)?");

    Preference {
        parameters = Map.copyOf(parameters);
        if (!(weight >= 0 && weight <= 1)) {
            throw new IllegalArgumentException("weight must be within 0 and 1, but was " + weight);
        }
    }

    /** In the header's order, without the elements that make no sense; empty for an empty header. */
    static List<Preference> parse(String header) {
        List<Preference> preferences = new ArrayList<>();
        for (String element : header.split(",", -1)) {
            parseElement(element).ifPresent(preferences::add);
        }
        return preferences;
    }

    /** The empty string when it was not sent. */
    String parameter(String name) {
        return parameters.getOrDefault(name, "");
    }

    private static Optional<Preference> parseElement(String element) {
        String[] parts = element.split(";", -1);
        String value = parts[0].strip().toLowerCase(Locale.ROOT);
        Map<String, String> parameters = new HashMap<>();
        for (int i = 1; i < parts.length; i++) {
            int equals = parts[i].indexOf('=');
            if (equals > 0) {
                parameters.putIfAbsent(name(parts[i].substring(0, equals)), unquoted(parts[i].substring(equals + 1)));
            }
        }
        String weight = parameters.getOrDefault("q", "1");
        if (value.isEmpty() || !WEIGHT.matcher(weight).matches()) {
            return Optional.empty();
        }
        return Optional.of(new Preference(value, parameters, Double.parseDouble(weight)));
    }

    private static String name(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }

    private static String unquoted(String text) {
        String value = text.strip();
        boolean quoted = value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"");
        return quoted ? value.substring(1, value.length() - 1) : value;
    }
}
