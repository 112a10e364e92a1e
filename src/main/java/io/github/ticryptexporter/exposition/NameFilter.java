package io.github.ticryptexporter.exposition;

import io.github.ticryptexporter.metrics.ExposedFamily;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Picks families by {@code name[]}: by the name of their HELP and TYPE lines or by that of one of their samples, which
 * differ between the formats for counters and infos.
 */
record NameFilter(Set<String> names) {
    NameFilter {
        names = Set.copyOf(names);
    }

    List<ExposedFamily> select(List<ExposedFamily> families) {
        return families.stream().filter(this::wants).toList();
    }

    private boolean wants(ExposedFamily family) {
        return names(family).anyMatch(names::contains);
    }

    private static Stream<String> names(ExposedFamily family) {
        String name = family.name();
        return switch (family.type()) {
            case GAUGE -> Stream.of(name);
            case COUNTER, INFO -> Stream.of(name, family.baseName());
            case HISTOGRAM -> Stream.of(name, name + "_bucket", name + "_count", name + "_sum");
            case SUMMARY -> Stream.of(name, name + "_count", name + "_sum");
        };
    }
}
