package io.github.ticryptexporter.dashboards.lint;

import java.util.List;

/** Damages to a page, its variables and its links. */
final class PageDamages {
    private static final String OVERVIEW = "ticrypt-overview";
    private static final String EXPORTER = "ticrypt-exporter";
    private static final String TEAM = "ticrypt-team";
    private static final String FAILING = "Sources failing";
    private static final String LOOK = "/fieldConfig/defaults/";
    private static final String EXPR = "/targets/0/expr";

    static final List<Damage> ALL = List.of(
            new Damage(
                    "template-datasource-rule",
                    OVERVIEW,
                    "",
                    "/templating/list/0/label",
                    "'Source'",
                    "no variable \"datasource\" chooses a Prometheus; add one with the label \"Data source\""),
            new Damage(
                    "template-job-rule",
                    EXPORTER,
                    "",
                    "/templating/list/2/allValue",
                    "'.*'",
                    "no variable \"job\" chooses several values of a query; add one with the label \"Job\" and \".+\" for all"),
            new Damage(
                    "template-instance-rule",
                    EXPORTER,
                    "",
                    "/templating/list/3/multi",
                    "false",
                    "no variable \"instance\" chooses several values of a query; add one with the label \"Instance\" and \".+\" for all"),
            new Damage(
                    "template-label-promql-rule",
                    OVERVIEW,
                    "",
                    "/templating/list/1/query",
                    "'label_values(ticrypt_up{site=}, site)'",
                    "variable site: no PromQL: expected a text in quotes, but was \"}\" after \"ticrypt_up { site =\""),
            new Damage(
                    "template-label-promql-rule",
                    OVERVIEW,
                    "",
                    "/templating/list/1/query",
                    "'site'",
                    "variable site: \"site\" is no query; use label_values(…) or query_result(…)"),
            new Damage(
                    "template-on-time-change-reload-rule",
                    OVERVIEW,
                    "",
                    "/templating/list/1/refresh",
                    "1",
                    "variable site does not follow the time range; set its refresh to 2"),
            new Damage(
                    "uneditable-dashboard",
                    OVERVIEW,
                    "",
                    "/editable",
                    "true",
                    "can be edited in Grafana; set editable to false"),
            new Damage(
                    "uid-rule",
                    OVERVIEW,
                    "",
                    "/uid",
                    "'overview'",
                    "uid \"overview\" is none of ours; links want ticrypt- and a word"),
            new Damage(
                    "uid-rule",
                    OVERVIEW,
                    "",
                    "/title",
                    "'Capacity overview'",
                    "title does not begin with \"tiCrypt / \""),
            new Damage(
                    "uid-rule",
                    OVERVIEW,
                    "",
                    "/id",
                    "7",
                    "has an id, which is another dashboard's elsewhere; take it away"),
            new Damage(
                    "no-inputs-rule",
                    OVERVIEW,
                    "",
                    "/__inputs",
                    "[]",
                    "has __inputs, which Grafana asks about at each import; export without it"),
            new Damage(
                    "classic-schema-rule",
                    OVERVIEW,
                    "",
                    "/schemaVersion",
                    "16",
                    "schemaVersion is 16; Grafana 10.4 to 13 read 39 to 41"),
            new Damage(
                    "time-rule",
                    OVERVIEW,
                    "",
                    "/time/from",
                    "'2026-01-01'",
                    "time at first is {\"from\":\"2026-01-01\",\"to\":\"now\"}; let it be hours or days until now"),
            new Damage(
                    "time-rule",
                    OVERVIEW,
                    "",
                    "/refresh",
                    "'5s'",
                    "asks again every 5s; data is polled, so 1m or nothing is enough"),
            new Damage(
                    "size-rule",
                    OVERVIEW,
                    "",
                    "/description",
                    "'" + "x".repeat(200_000) + "'",
                    "has more than the 200000 bytes that a ConfigMap takes"),
            new Damage(
                    "sorted-keys-rule",
                    OVERVIEW,
                    "",
                    "/time",
                    "{'to':'now','from':'now-7d'}",
                    "keys are not sorted at /time; write it anew"),
            new Damage(
                    "datasource-everywhere-rule",
                    OVERVIEW,
                    "",
                    "/annotations/list/0/datasource/uid",
                    "'prometheus-1'",
                    "data source at /annotations/list/0 is {\"type\":\"prometheus\",\"uid\":\"prometheus-1\"}; let it be the chosen one, ${datasource}"),
            new Damage(
                    "dropdown-rule",
                    OVERVIEW,
                    "",
                    "/links/0/keepTime",
                    "false",
                    "has no list of the other pages by the tag ticrypt, at the same time and variables; add it"),
            new Damage(
                    "alert-annotation-rule",
                    OVERVIEW,
                    "",
                    "/annotations/list/0/enable",
                    "false",
                    "no annotation marks when alerts of the chosen sites fire; add one of ALERTS"),
            new Damage(
                    "freshness-first-rule",
                    OVERVIEW,
                    "Age of the data",
                    "/title",
                    "'Welcome'",
                    "begins with \"Welcome\"; the first panel says how old the data is"),
            new Damage(
                    "open-row-rule",
                    OVERVIEW,
                    "",
                    "/panels/0/collapsed",
                    "true",
                    "does not begin with an open row; what the page answers has to be seen at once"),
            new Damage(
                    "unique-ids-rule",
                    OVERVIEW,
                    FAILING,
                    "/id",
                    "492543",
                    "two panels have the id 492543; links would lead to one of them"),
            new Damage(
                    "unique-ids-rule",
                    OVERVIEW,
                    FAILING,
                    "/title",
                    "'Age of the data'",
                    "two panels have the title Age of the data; links would lead to one of them"),
            new Damage(
                    "unique-refids-rule",
                    TEAM,
                    "Left",
                    "/targets/1/refId",
                    "'A'",
                    "two queries are called \"A\"; name each by a letter of its own"),
            new Damage(
                    "grid-rule",
                    OVERVIEW,
                    FAILING,
                    "/gridPos/w",
                    "30",
                    "\"Sources failing\" does not lie within 24 columns: {\"h\":4,\"w\":30,\"x\":4,\"y\":1}"),
            new Damage(
                    "grid-rule",
                    OVERVIEW,
                    FAILING,
                    "/gridPos/x",
                    "0",
                    "\"Sources failing\" lies on another panel: {\"h\":4,\"w\":4,\"x\":0,\"y\":1}"),
            new Damage(
                    "variable-label-rule",
                    OVERVIEW,
                    "",
                    "/templating/list/1/label",
                    "'site'",
                    "variable site: has no label that begins with a capital letter"),
            new Damage(
                    "variable-sorted-rule",
                    OVERVIEW,
                    "",
                    "/templating/list/1/sort",
                    "0",
                    "variable site: values come in no order; set sort to 5, by letters without regard to case"),
            new Damage(
                    "variable-all-rule",
                    OVERVIEW,
                    "",
                    "/templating/list/1/includeAll",
                    "false",
                    "variable site: takes several values; let it be both multi and includeAll, with .* or .+ for allValue, or neither"),
            new Damage(
                    "variable-used-rule",
                    OVERVIEW,
                    "",
                    "/templating/list/3/name",
                    "'first'",
                    "variable first: nothing asks for it; take it away"),
            new Damage(
                    "variable-known-rule",
                    OVERVIEW,
                    FAILING,
                    EXPR,
                    "'count(ticrypt_up{site=~\"$cluster\"})'",
                    "$cluster is no variable of this page; add it, or ask without"),
            new Damage(
                    "link-page-rule",
                    OVERVIEW,
                    FAILING,
                    LOOK + "links/0/url",
                    "'/d/nowhere?var-site=$site'",
                    "link leads to no page of ours: /d/nowhere?var-site=$site; let it begin with /d/ and the uid of one"),
            new Damage(
                    "link-context-rule",
                    OVERVIEW,
                    FAILING,
                    LOOK + "links/0/url",
                    "'/d/ticrypt-exporter?${datasource:queryparam}&${site:queryparam}'",
                    "link forgets ${__url_time_range}: /d/ticrypt-exporter?${datasource:queryparam}&${site:queryparam}"),
            new Damage(
                    "link-variables-rule",
                    OVERVIEW,
                    FAILING,
                    LOOK + "links/0/url",
                    "'/d/ticrypt-exporter?${datasource:queryparam}&${site:queryparam}&${__url_time_range}&var-realm=r1'",
                    "link hands over realm, which that page does not have: /d/ticrypt-exporter?${datasource:queryparam}&${site:queryparam}&${__url_time_range}&var-realm=r1"),
            new Damage(
                    "link-labels-rule",
                    OVERVIEW,
                    "Largest teams by memory",
                    LOOK + "links/0/url",
                    "'/d/ticrypt-team?${datasource:queryparam}&${site:queryparam}&${__url_time_range}&var-team=${__field.labels.owner}'",
                    "link takes the label owner, which the queries do not bring: [name, site, team]"),
            new Damage(
                    "question-rule",
                    OVERVIEW,
                    "",
                    "/description",
                    "'All about capacity.'",
                    "description is no question with whom it is for; ask and say"));

    private PageDamages() {}
}
