package io.github.ticryptexporter.cli;

import io.github.ticryptexporter.config.DurationText;
import io.github.ticryptexporter.exposition.SampleLine;
import io.github.ticryptexporter.fleet.Api;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How old the data of each source is, as the metrics of an exporter tell it. Look-ups are left out: they rest while there is
 * nothing to ask for.
 */
record Freshness(List<Row> rows) {

    private static final String UP = "ticrypt_up";
    private static final String LAST_SUCCESS = "ticrypt_last_success_timestamp_seconds";
    private static final String STALE_AFTER = "ticrypt_stale_after_seconds";

    /** What has to be asked for. */
    static final List<String> FAMILIES = List.of(UP, LAST_SUCCESS, STALE_AFTER);

    private static final List<String> ROUTES =
            Arrays.stream(Api.values()).map(Api::label).toList();

    private static final List<String> LOOK_UPS = Arrays.stream(Api.values())
            .filter(api -> api.scope() == Api.Scope.OBJECT)
            .map(Api::label)
            .toList();

    /** As in the other tables; what this version does not know comes first. */
    private static final Comparator<Row> IN_ORDER = Comparator.comparing(
                    (Row row) -> ROUTES.indexOf(row.id().get(0)))
            .thenComparing(row -> row.id().get(0))
            .thenComparing(row -> row.id().get(1));

    private static final List<String> HEADINGS = List.of("source", "realm", "age", "stale after", "state");
    private static final String NOTHING = "-";

    /** Far beyond any age, and far below what a duration can hold. */
    private static final double MOST_SECONDS = 1e9;

    private static final int MOST_CHARACTERS = 200;
    private static final int SECONDS_PER_MINUTE = 60;
    private static final int AS_SECONDS = 2 * SECONDS_PER_MINUTE;

    Freshness {
        rows = rows.stream().sorted(IN_ORDER).toList();
    }

    /** What there is to say about a source, by its name in the table. */
    enum State {
        FRESH("fresh"),
        STALE("stale"),
        NEVER("never"),
        /** A route that is read for each realm, where there is none. */
        NO_REALM("no realm");

        private final String label;

        State(String label) {
            this.label = label;
        }

        boolean isGood() {
            return this == FRESH || this == NO_REALM;
        }
    }

    /**
     * One source.
     *
     * @param id label of the route, and of the realm, which is empty for the site
     * @param age in seconds; null for one that was never read
     * @param staleAfter in seconds; null for a route that the exporter does not read
     */
    record Row(
            List<String> id, @Nullable Double age, @Nullable Double staleAfter, State state) {

        private List<String> cells() {
            return List.of(
                    cut(id.get(0)),
                    id.get(1).isEmpty() ? NOTHING : cut(id.get(1)),
                    age == null ? NOTHING : inWords(age),
                    staleAfter == null
                            ? NOTHING
                            : DurationText.format(Duration.ofMillis(Math.round(staleAfter * 1000))),
                    state.label);
        }

        /** Every row is as wide as the widest. */
        private static String cut(String label) {
            return label.length() > MOST_CHARACTERS ? label.substring(0, MOST_CHARACTERS) : label;
        }

        private static String inWords(double age) {
            long seconds = (long) age;
            return seconds < AS_SECONDS
                    ? seconds + "s"
                    : DurationText.format(Duration.ofSeconds(seconds - seconds % SECONDS_PER_MINUTE));
        }
    }

    /**
     * Every source that the exporter has, and the configured routes that it has none of.
     *
     * @param now on the clock that the exporter goes by
     */
    static Freshness of(List<SampleLine> samples, Set<Api> configured, Instant now) {
        Map<List<String>, Double> up = values(samples, UP);
        Map<List<String>, Double> successes = values(samples, LAST_SUCCESS);
        Map<List<String>, Double> limits = values(samples, STALE_AFTER);
        List<Row> rows = new ArrayList<>();
        for (List<String> id : up.keySet()) {
            Double success = successes.get(id);
            rows.add(row(id, success == null ? null : age(success, now), limits.get(route(id.get(0)))));
        }
        for (Api api : configured) {
            if (api.scope() != Api.Scope.OBJECT
                    && up.keySet().stream().noneMatch(id -> id.get(0).equals(api.label()))) {
                rows.add(unknown(api, limits.get(route(api.label()))));
            }
        }
        return new Freshness(rows);
    }

    private static Map<List<String>, Double> values(List<SampleLine> samples, String name) {
        Map<List<String>, Double> values = new LinkedHashMap<>();
        for (SampleLine sample : samples) {
            String api = sample.labels().getOrDefault("api", "");
            if (sample.name().equals(name) && !LOOK_UPS.contains(api)) {
                values.put(List.of(api, sample.labels().getOrDefault("realm", "")), sample.value());
            }
        }
        return values;
    }

    private static List<String> route(String api) {
        return List.of(api, "");
    }

    private static double age(double success, Instant now) {
        return bounded(now.toEpochMilli() / 1000.0 - success);
    }

    private static double bounded(double seconds) {
        return Math.max(0, Math.min(seconds, MOST_SECONDS));
    }

    private static Row row(List<String> id, @Nullable Double age, @Nullable Double limit) {
        Double staleAfter = limit == null ? null : (Double) bounded(limit);
        if (age == null) {
            return new Row(id, null, staleAfter, State.NEVER);
        }
        boolean isFresh = staleAfter != null && age < staleAfter;
        return new Row(id, age, staleAfter, isFresh ? State.FRESH : State.STALE);
    }

    /** The exporter knows how long data of a route is good, if it reads the route. */
    private static Row unknown(Api api, @Nullable Double limit) {
        Row never = row(route(api.label()), null, limit);
        return limit != null && api.scope() == Api.Scope.REALM
                ? new Row(never.id(), null, never.staleAfter(), State.NO_REALM)
                : never;
    }

    /** How many sources have no data that is good. */
    long bad() {
        return rows.stream().filter(row -> !row.state().isGood()).count();
    }

    TextTable table() {
        return new TextTable(HEADINGS, rows.stream().map(Row::cells).toList());
    }
}
