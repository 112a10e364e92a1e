package io.github.ticryptexporter.dashboards.lint;

import java.util.List;

/** Damages to how a panel looks and what it says. */
final class LookDamages {
    private static final String OVERVIEW = "ticrypt-overview";
    private static final String HOSTS = "ticrypt-hosts";
    private static final String FAILING = "Sources failing";
    private static final String MEMORY = "Memory given away";
    private static final String DRIVE_SPACE = "Drive space by state";
    private static final String REALMS = "Memory of realms, and when it is full";
    private static final String LOOK = "/fieldConfig/defaults/";

    static final List<Damage> ALL = List.of(
            new Damage(
                    "panel-datasource-rule",
                    OVERVIEW,
                    FAILING,
                    "/datasource/uid",
                    "'prometheus-1'",
                    "names its data source; let it be ${datasource}"),
            new Damage(
                    "panel-title-description-rule",
                    OVERVIEW,
                    FAILING,
                    "/description",
                    "''",
                    "has no description; say what it shows, where that comes from and what to do"),
            new Damage(
                    "panel-units-rule",
                    OVERVIEW,
                    FAILING,
                    LOOK + "unit",
                    "'furlongs'",
                    "query A: unit \"furlongs\" is none of the conventions'; take one of [bytes, dtdurations, none, percentunit, reqps, s, short]"),
            new Damage(
                    "title-rule",
                    OVERVIEW,
                    FAILING,
                    "/title",
                    "'sources failing.'",
                    "title is no short phrase with a capital letter and without a full stop"),
            new Damage(
                    "description-rule",
                    OVERVIEW,
                    FAILING,
                    "/description",
                    "'Routes that fail. From polls.'",
                    "description has 2 sentences; say what it shows, where that comes from, what to do"),
            new Damage(
                    "description-rule",
                    OVERVIEW,
                    FAILING,
                    "/description",
                    "'Routes that fail. They do so often. Ask why.'",
                    "description does not say where it comes from; begin a sentence with \"From\""),
            new Damage(
                    "empty-words-rule",
                    OVERVIEW,
                    FAILING,
                    LOOK + "noValue",
                    "'No data'",
                    "has no words for nothing; say what it means (noValue)"),
            new Damage(
                    "mapping-words-rule",
                    OVERVIEW,
                    "Inventory",
                    LOOK + "mappings/0/options/0/text",
                    "''",
                    "a value has a colour and no words: {\"color\":\"#808080\",\"text\":\"\"}"),
            new Damage(
                    "unit-quantity-rule",
                    OVERVIEW,
                    MEMORY,
                    LOOK + "unit",
                    "'bytes'",
                    "query A: answers ratio, which the unit \"bytes\" does not show"),
            new Damage(
                    "decimals-rule",
                    OVERVIEW,
                    MEMORY,
                    LOOK + "decimals",
                    "",
                    "query A: decimals of the unit \"percentunit\" are not set, or more than 1"),
            new Damage(
                    "decimals-rule",
                    OVERVIEW,
                    FAILING,
                    LOOK + "decimals",
                    "1",
                    "query A: decimals of the unit \"none\" are not set, or more than 0"),
            new Damage(
                    "percent-range-rule",
                    OVERVIEW,
                    MEMORY,
                    LOOK + "max",
                    "",
                    "query A: a share is drawn without a max; set it"),
            new Damage(
                    "null-rule",
                    OVERVIEW,
                    DRIVE_SPACE,
                    LOOK + "custom/spanNulls",
                    "true",
                    "draws a line where there was no data; set spanNulls to false"),
            new Damage(
                    "legend-rule",
                    OVERVIEW,
                    DRIVE_SPACE,
                    "/options/legend/placement",
                    "'bottom'",
                    "has room for a legend: a table on the right with the last value"),
            new Damage(
                    "threshold-order-rule",
                    OVERVIEW,
                    MEMORY,
                    LOOK + "thresholds/steps/1/color",
                    "'red'",
                    "colours do not go from good to bad: [green, red, orange, red]"),
            new Damage(
                    "threshold-order-rule",
                    OVERVIEW,
                    MEMORY,
                    LOOK + "thresholds/steps/1/value",
                    "0.9",
                    "thresholds do not ascend from none: [0.9, 0.85, 0.95]"),
            new Damage(
                    "threshold-number-rule",
                    OVERVIEW,
                    MEMORY,
                    LOOK + "thresholds/steps/1/value",
                    "0.66",
                    "query A: threshold 0.66 is no number of an alert on these series; take one of alerts/thresholds.yaml"),
            new Damage(
                    "threshold-number-rule",
                    OVERVIEW,
                    MEMORY,
                    LOOK + "thresholds/steps/1/value",
                    "0.2",
                    "query A: threshold 0.2 is no number of an alert on these series; take one of alerts/thresholds.yaml"),
            new Damage(
                    "threshold-line-rule",
                    HOSTS,
                    "Memory spare without the largest host",
                    LOOK + "custom/thresholdsStyle",
                    "",
                    "query A: thresholds are not drawn; draw them as dashed lines"),
            new Damage(
                    "state-colour-rule",
                    OVERVIEW,
                    DRIVE_SPACE,
                    "/fieldConfig/overrides/0/properties/0/value/fixedColor",
                    "'pink'",
                    "\"Initializing\" is pink here and yellow on another page; let it be one"),
            new Damage(
                    "table-columns-rule",
                    OVERVIEW,
                    REALMS,
                    "/transformations/1/options/renameByName/realm",
                    "",
                    "column \"realm\" has no name that is read; rename it, or ask without it"),
            new Damage(
                    "table-join-rule",
                    OVERVIEW,
                    REALMS,
                    "/targets/1/expr",
                    "'max by (site) (realm:ticrypt_host_memory_capacity_bytes:sum)'",
                    "columns have different labels, so that rows are not joined: [[realm, site], [site]]"),
            new Damage(
                    "table-order-rule",
                    OVERVIEW,
                    REALMS,
                    "/options/sortBy",
                    "[]",
                    "rows are sorted by no column of it; let the one that matters be first"));

    private LookDamages() {}
}
