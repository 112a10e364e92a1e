package io.github.ticryptexporter.dashboards;

import java.util.Map;

/** A word in the place of a value. */
record Mapping(Map<String, Object> json) {

    /** Of a single value. */
    static Mapping value(long value, String words, Colour colour) {
        return text(Long.toString(value), words, colour);
    }

    /** Of a text, such as a label's value. */
    static Mapping text(String text, String words, Colour colour) {
        return new Mapping(Map.of("type", "value", "options", Map.of(text, result(words, colour))));
    }

    /** Of values from this one on. */
    static Mapping from(double from, String words, Colour colour) {
        return new Mapping(Map.of(
                "type",
                "range",
                "options",
                Map.of("from", from, "to", Double.MAX_VALUE, "result", result(words, colour))));
    }

    /** Of what there is no number for: no series, or not a number. */
    static Mapping nothing(String words) {
        return special("null+nan", words, Colour.UNKNOWN);
    }

    /** Of no series at all, which is as it should be. */
    static Mapping none(String words) {
        return special("null", words, Colour.GOOD);
    }

    /** Of no series at all, of which nothing follows; an earlier mapping of the same goes first. */
    static Mapping unknown(String words) {
        return special("null", words, Colour.UNKNOWN);
    }

    /** Of not a number alone, which queries answer where a number would be wrong. */
    static Mapping notANumber(String words) {
        return special("nan", words, Colour.UNKNOWN);
    }

    private static Mapping special(String match, String words, Colour colour) {
        return new Mapping(
                Map.of("type", "special", "options", Map.of("match", match, "result", result(words, colour))));
    }

    private static Map<String, Object> result(String words, Colour colour) {
        return Map.of("text", words, "color", colour.grafana);
    }
}
