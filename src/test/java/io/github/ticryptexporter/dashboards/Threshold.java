package io.github.ticryptexporter.dashboards;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The colour of values from a number on.
 *
 * @param from null for the colour below every number
 */
record Threshold(@Nullable Double from, Colour colour) {

    /** From the number of this name in the thresholds file on. */
    static Threshold at(String number, Colour colour) {
        return new Threshold(Numbers.number(number), colour);
    }

    /** From a number on that lies in the nature of what is counted, such as 0 and 1. */
    static Threshold at(double value, Colour colour) {
        return new Threshold(value, colour);
    }

    /** The base has to have the key too, without a value. */
    Map<String, @Nullable Object> json() {
        Map<String, @Nullable Object> json = new TreeMap<>();
        json.put("color", colour.grafana);
        json.put("value", from);
        return json;
    }
}
