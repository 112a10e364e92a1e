package io.github.ticryptexporter.metrics;

import java.util.Map;

/**
 * Keeps the fleet's series to their budget: the families of single objects go first and all at once, then teams are folded
 * and then hosts. What is left is exposed in any case.
 */
final class SeriesBudget {

    private SeriesBudget() {}

    /**
     * Reduces the samples to the limit, or as far as can be, and says what that took.
     *
     * @param filled the samples of every family that sums up the fleet; those that are too many are replaced
     * @param objects how many series the families of single objects would add
     */
    static Reduction keep(int limit, Map<Family, Samples> filled, int objects) {
        int wanted = series(filled) + objects;
        int kept = wanted > limit ? 0 : objects;
        int teams = Fold.save(series(filled) + kept - limit, "team", filled);
        int hosts = Fold.save(series(filled) + kept - limit, "host", filled);
        return new Reduction(wanted, series(filled) + kept, limit, kept < objects, teams, hosts);
    }

    private static int series(Map<Family, Samples> filled) {
        return filled.values().stream().mapToInt(Samples::size).sum();
    }
}
