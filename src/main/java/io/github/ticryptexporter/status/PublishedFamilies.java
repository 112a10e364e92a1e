package io.github.ticryptexporter.status;

import io.github.ticryptexporter.metrics.ExposedFamily;
import io.github.ticryptexporter.metrics.Samples;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What one publish exposes, looked up as a dashboard would: by the names of the metric contract. */
final class PublishedFamilies {

    private final Map<String, ExposedFamily> byName = new HashMap<>();

    PublishedFamilies(List<ExposedFamily> families) {
        for (ExposedFamily family : families) {
            byName.put(family.name(), family);
        }
    }

    /** The value of a family without labels; empty where it is not exposed. */
    Optional<Double> value(String name) {
        return Optional.ofNullable(rows(name).get(List.of()));
    }

    /** The values of a family by those of these labels, which tell its rows apart; none where it is not exposed. */
    Map<List<String>, Double> rows(String name, String... labels) {
        ExposedFamily family = byName.get(name);
        if (family == null) {
            return Map.of();
        }
        int[] columns = Arrays.stream(labels).mapToInt(family.labels()::indexOf).toArray();
        Samples samples = family.samples();
        Map<List<String>, Double> rows = new HashMap<>();
        for (int row = 0; row < samples.size(); row++) {
            String[] values = new String[columns.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = samples.label(row, columns[i]);
            }
            rows.put(Arrays.asList(values), samples.value(row));
        }
        return rows;
    }
}
