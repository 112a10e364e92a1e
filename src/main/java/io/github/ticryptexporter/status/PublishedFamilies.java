package io.github.ticryptexporter.status;

import io.github.ticryptexporter.metrics.ExposedFamily;
import io.github.ticryptexporter.metrics.Samples;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
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

    /** The values of a family by those of these labels, which are all that it has; none where it is not exposed. */
    Map<List<String>, Double> rows(String name, String... labels) {
        Map<List<String>, Double> rows = new LinkedHashMap<>();
        ExposedFamily family = byName.get(name);
        if (family != null) {
            Samples samples = family.samples();
            for (int row = 0; row < samples.size(); row++) {
                rows.put(labelValues(family, row, labels), samples.value(row));
            }
        }
        return rows;
    }

    private static List<String> labelValues(ExposedFamily family, int row, String... labels) {
        List<String> values = new ArrayList<>(labels.length);
        for (String label : labels) {
            values.add(family.samples().label(row, family.labels().indexOf(label)));
        }
        return List.copyOf(values);
    }
}
