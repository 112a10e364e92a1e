package io.github.ticryptexporter.dashboards;

import static io.github.ticryptexporter.dashboards.Threshold.at;

import java.util.List;
import java.util.Map;

/** Looks that mean one thing wherever they are, with the numbers at which alerts fire. */
final class Bands {

    /** How much of hosts is given away. */
    static final Look SATURATION = Look.share()
            .bands(
                    Colour.GOOD,
                    at("TicryptRealmCapacityForecast.ratio", Colour.NOTICE),
                    at("TicryptRealmSaturated.warning.ratio", Colour.WARNING),
                    at("TicryptRealmSaturated.critical.ratio", Colour.BAD))
            .range(0, 1)
            .empty("no inventory");

    /** How often a host's processors are given away. */
    static final Look OVERCOMMIT = Look.of("none")
            .with("decimals", 2)
            .bands(Colour.GOOD, at("host.vcpu_overcommit", Colour.WARNING))
            .empty("no inventory");

    /** How much of a limit is used; not a number where there is none. */
    static final Look QUOTA = Look.share()
            .bands(
                    Colour.GOOD,
                    at("TicryptTeamQuotaAlmostFull.storage_ratio", Colour.NOTICE),
                    at("TicryptTeamQuotaAlmostFull.ratio", Colour.WARNING),
                    at("quota.full_ratio", Colour.BAD),
                    at("quota.exceeded_ratio", Colour.BEYOND))
            .range(0, 1.2)
            .words(Mapping.nothing("no limit"))
            .empty("no limit");

    /** Seconds that are left; not a number where nothing grows, nothing where history is too short. */
    static final Look TIME_LEFT = Look.of("dtdurations")
            .with("decimals", 0)
            .bands(
                    Colour.BAD,
                    at("TicryptTeamStorageForecast.seconds", Colour.WARNING),
                    at("TicryptRealmCapacityForecast.seconds", Colour.NOTICE),
                    at("dashboards.forecast_notice_seconds", Colour.GOOD))
            .words(
                    Mapping.from(Numbers.number("forecast.longest_seconds"), "over a year", Colour.GOOD),
                    Mapping.notANumber("not growing"))
            .empty("too little history");

    /** What should be none at all. */
    static final Look NONE_WANTED = Look.count().bands(Colour.GOOD, at(1, Colour.WARNING));

    static final Map<String, Colour> SEVERITIES =
            Map.of("critical", Colour.BAD, "warning", Colour.WARNING, "info", Colour.NEUTRAL);

    static final Map<String, Colour> QUOTA_BANDS = Map.of(
            "above their limit", Colour.BEYOND,
            "full", Colour.BAD,
            "nearly full", Colour.WARNING,
            "within", Colour.GOOD,
            "no limit at all", Colour.NEUTRAL);

    private Bands() {}

    /** A bar inside a table's cell, with the value beside it. */
    static Look gauge(Look look) {
        return look.with("custom.cellOptions", Map.of("type", "gauge", "mode", "basic", "valueDisplayMode", "text"));
    }

    /** A table's cell whose words or number have the colour of their band. */
    static Look coloured(Look look) {
        return look.with("custom.cellOptions", Map.of("type", "color-text"));
    }

    /** A graph in which the bands are lines. */
    static Look lines(Look look) {
        return look.with("custom.thresholdsStyle", Map.of("mode", "dashed"))
                .with("color", Map.of("mode", "palette-classic"));
    }

    /** A graph whose series lie on each other. */
    static Look stacked(Look look) {
        return look.with("custom.stacking", Map.of("mode", "normal", "group", "A"))
                .with("custom.fillOpacity", 60)
                .with("custom.lineWidth", 0);
    }

    /** What there is at most: a thick line without an area below. */
    static Look limit() {
        return Look.difference()
                .colour(Colour.BAD)
                .with("custom.fillOpacity", 0)
                .with("custom.lineWidth", 3);
    }

    /** What is expected and not measured. */
    static Look expected() {
        return Look.difference()
                .with("custom.fillOpacity", 0)
                .with("custom.lineStyle", Map.of("fill", "dash", "dash", List.of(10, 10)));
    }
}
