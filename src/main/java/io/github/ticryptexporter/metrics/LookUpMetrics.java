package io.github.ticryptexporter.metrics;

import static io.github.ticryptexporter.metrics.Family.counter;
import static io.github.ticryptexporter.metrics.Family.gauge;

import io.github.ticryptexporter.fleet.LookUpCount;
import java.util.List;
import java.util.Set;

/**
 * How well the memory of single objects serves, each of which costs a request to ask for. A route has rows from the first
 * time on that the lists left a question for it.
 */
final class LookUpMetrics {

    private static final String MEMORY = "the exporter's own requests";

    private LookUpMetrics() {}

    static List<Family> families() {
        return List.of(
                counter(
                                "ticrypt_exporter_lookups_total",
                                "Times that an answer beyond the polled lists was wanted, by whether one was remembered.")
                        .labels("api", "result")
                        .from(MEMORY)
                        .experimental()
                        .site(Set.of(), perRoute((count, api, rows) -> {
                            rows.set(count.hits(), api, "hit");
                            rows.set(count.misses(), api, "miss");
                        }))
                        .build(),
                gauge("ticrypt_exporter_lookup_entries", "Answers beyond the polled lists that are remembered now.")
                        .labels("api")
                        .from(MEMORY)
                        .experimental()
                        .site(Set.of(), perRoute((count, api, rows) -> rows.set(count.entries(), api)))
                        .build(),
                counter(
                                "ticrypt_exporter_lookup_evictions_total",
                                "Answers beyond the polled lists that were forgotten by age or for want of room.")
                        .labels("api")
                        .from(MEMORY)
                        .experimental()
                        .site(Set.of(), perRoute((count, api, rows) -> rows.set(count.evictions(), api)))
                        .build());
    }

    @FunctionalInterface
    private interface CountRows {
        void fill(LookUpCount count, String api, Rows rows);
    }

    private static Family.SiteRows perRoute(CountRows counts) {
        return (picture, rows) -> picture.fleet().lookUps().forEach((api, state) -> {
            LookUpCount count = state.count();
            if (count.hits() + count.misses() > 0) {
                counts.fill(count, api.label(), rows);
            }
        });
    }
}
