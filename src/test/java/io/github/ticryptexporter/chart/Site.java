package io.github.ticryptexporter.chart;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * One of the sites of {@code matrix.yaml}, which differ in the values that they write.
 *
 * @param values in YAML, beside the required ones
 * @param rendered what comes of them
 */
record Site(String name, String values, Rendered rendered) {

    static final List<Site> ALL = all();

    private static List<Site> all() {
        try (InputStream in = Site.class.getResourceAsStream("/chart/matrix.yaml")) {
            JsonNode matrix = Chart.YAML.readTree(in);
            return matrix.properties().stream()
                    .map(site -> of(site.getKey(), site.getValue().toString()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Site of(String name, String values) {
        return new Site(name, values, Chart.render(values));
    }

    static Site named(String name) {
        return ALL.stream()
                .filter(site -> site.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no site is called " + name));
    }

    @Override
    public String toString() {
        return name;
    }
}
