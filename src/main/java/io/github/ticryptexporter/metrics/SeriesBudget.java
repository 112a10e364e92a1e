package io.github.ticryptexporter.metrics;

import java.util.Map;

/**
 * Keeps the fleet's series to their budget: the families of single objects go first and all at once, then teams are folded
 * and then hosts. What is left is exposed in any case.
 */
final class SeriesBudget {

    private SeriesBudget() {}

    /**
     * Reduces the rows to the limit, or as far as can be, and says what that took.
     *
     * @param filled the rows of every family about the fleet; those that are too many are replaced
     */
    static Reduction keep(int limit, Map<Family, Rows> filled) {
        int wanted = series(filled);
        boolean objects = wanted > limit && leaveObjectsOut(filled);
        int teams = Fold.save(series(filled) - limit, "team", filled);
        int hosts = Fold.save(series(filled) - limit, "host", filled);
        return new Reduction(wanted, series(filled), limit, objects, teams, hosts);
    }

    private static boolean leaveObjectsOut(Map<Family, Rows> filled) {
        int before = series(filled);
        filled.replaceAll((family, rows) -> family.privacy() == PrivacyLevel.DETAILED ? new Rows() : rows);
        return series(filled) < before;
    }

    private static int series(Map<Family, Rows> filled) {
        return filled.values().stream().mapToInt(Rows::size).sum();
    }
}
