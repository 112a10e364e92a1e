package io.github.ticryptexporter.dashboards.lint;

import java.util.List;

/** Damages to queries. */
final class QueryDamages {
    private static final String OVERVIEW = "ticrypt-overview";
    private static final String EXPORTER = "ticrypt-exporter";
    private static final String TEAM = "ticrypt-team";
    private static final String FAILING = "Sources failing";
    private static final String DRIVE_SPACE = "Drive space by state";
    private static final String ANSWERS = "Answers by code";
    private static final String HEAP = "Memory of the exporter";
    private static final String EXPR = "/targets/0/expr";

    static final List<Damage> ALL = List.of(
            new Damage(
                    "panel-no-targets-rule",
                    OVERVIEW,
                    FAILING,
                    "/targets",
                    "[]",
                    "asks nothing; give it a query or take it away"),
            new Damage(
                    "target-promql-rule",
                    OVERVIEW,
                    FAILING,
                    EXPR,
                    "'count(ticrypt_up{)'",
                    "query A: no PromQL: expected more, but was the end after \"count ( ticrypt_up { )\""),
            new Damage(
                    "target-rate-interval-rule",
                    EXPORTER,
                    ANSWERS,
                    EXPR,
                    "'sum by (api, code) (rate(ticrypt_api_responses_total[5m]))'",
                    "query A: rate over 5m; use $__rate_interval, which fits scrapes and zoom"),
            new Damage(
                    "target-job-rule",
                    EXPORTER,
                    HEAP,
                    EXPR,
                    "'jvm_memory_used_bytes{instance=~\"$instance\"}'",
                    "query A: jvm_memory_used_bytes is not narrowed; add job=~\"$job\""),
            new Damage(
                    "target-instance-rule",
                    EXPORTER,
                    HEAP,
                    EXPR,
                    "'jvm_memory_used_bytes{job=~\"$job\"}'",
                    "query A: jvm_memory_used_bytes is not narrowed; add instance=~\"$instance\""),
            new Damage(
                    "target-counter-agg-rule",
                    EXPORTER,
                    ANSWERS,
                    EXPR,
                    "'sum by (api, code) (ticrypt_api_responses_total{job=~\"$job\"})'",
                    "query A: ticrypt_api_responses_total counts from the exporter's start; ask its rate or increase"),
            new Damage(
                    "target-logql-rule",
                    OVERVIEW,
                    FAILING,
                    "/targets/0/datasource/type",
                    "'loki'",
                    "query A: asks Loki, whose language nothing here can judge; ask Prometheus"),
            new Damage(
                    "target-logql-auto-rule",
                    OVERVIEW,
                    FAILING,
                    "/targets/0",
                    "{'datasource':{'type':'loki'},'expr':'rate({app=\"x\"}[5m])','refId':'A'}",
                    "query A: range of LogQL is fixed; use [$__auto]"),
            new Damage(
                    "variable-matcher-rule",
                    OVERVIEW,
                    FAILING,
                    EXPR,
                    "'count(ticrypt_up{site=\"$site\"})'",
                    "query A: site is compared with one value of $site; use =~"),
            new Damage(
                    "instant-rule",
                    OVERVIEW,
                    FAILING,
                    "/targets/0/instant",
                    "false",
                    "query A: a stat asks for the latest alone, in the format time_series; nothing else is shown"),
            new Damage(
                    "topk-rule",
                    OVERVIEW,
                    DRIVE_SPACE,
                    EXPR,
                    "'topk(5, sum by (state) (max by (site, realm, state) (ticrypt_drives_capacity_bytes)))'",
                    "query A: topk over time chooses others at each moment; ask for the latest alone"),
            new Damage(
                    "topk-rule",
                    OVERVIEW,
                    FAILING,
                    EXPR,
                    "'count_over_time(topk(5, max by (api) (ticrypt_up))[1h:5m])'",
                    "query A: topk over time chooses others at each moment; ask for the latest alone"),
            new Damage(
                    "forecast-window-rule",
                    OVERVIEW,
                    FAILING,
                    EXPR,
                    "'deriv(realm:ticrypt_host_memory_capacity_bytes:sum[$__range])'",
                    "query A: a forecast from $__range changes with the zoom; fix its window"),
            new Damage(
                    "legend-unique-rule",
                    TEAM,
                    "Left",
                    "/targets/1/legendFormat",
                    "'cores'",
                    "query B is called \"cores\"; give each a legend of its own"),
            new Damage(
                    "legend-unique-rule",
                    TEAM,
                    "Left",
                    "/targets/1/legendFormat",
                    "''",
                    "query B is called \"\"; give each a legend of its own"),
            new Damage(
                    "known-names-rule",
                    OVERVIEW,
                    FAILING,
                    EXPR,
                    "'count(ticrypt_upp{site=~\"$site\"})'",
                    "query A: there is no metric ticrypt_upp; see docs/metrics.md and alerts/ticrypt-records.yaml"),
            new Damage(
                    "known-names-rule",
                    OVERVIEW,
                    FAILING,
                    EXPR,
                    "'count(ticrypt_up{team=\"a\"})'",
                    "query A: ticrypt_up has no label team; see docs/metrics.md and alerts/ticrypt-records.yaml"),
            new Damage(
                    "known-names-rule",
                    OVERVIEW,
                    FAILING,
                    EXPR,
                    "'max by (api, host) (ticrypt_up)'",
                    "query A: max groups by host, which its operands have not; see docs/metrics.md and alerts/ticrypt-records.yaml"),
            new Damage(
                    "known-names-rule",
                    OVERVIEW,
                    "",
                    "/annotations/list/2/expr",
                    "'changes(ticrypt_limits[5m])'",
                    "there is no metric ticrypt_limits; see docs/metrics.md and alerts/ticrypt-records.yaml"),
            new Damage(
                    "known-names-rule",
                    OVERVIEW,
                    "",
                    "/templating/list/1/query",
                    "'label_values(ticrypt_upp, site)'",
                    "there is no metric ticrypt_upp; see docs/metrics.md and alerts/ticrypt-records.yaml"),
            new Damage(
                    "quantity-mix-rule",
                    OVERVIEW,
                    FAILING,
                    EXPR,
                    "'max(ticrypt_drives_capacity_bytes) - max(ticrypt_poll_interval_seconds)'",
                    "query A: makes no sense of quantities: bytes - seconds"),
            new Damage(
                    "legend-labels-rule",
                    OVERVIEW,
                    FAILING,
                    "/targets/0/legendFormat",
                    "'{{host}}'",
                    "query A: legend has {{host}}, which the answer does not: []"),
            new Damage(
                    "duplicate-series-rule",
                    OVERVIEW,
                    FAILING,
                    EXPR,
                    "'sum(ticrypt_vms)'",
                    "query A: ticrypt_vms comes of each exporter; take the max by its labels first"),
            new Damage(
                    "duplicate-series-rule",
                    OVERVIEW,
                    FAILING,
                    EXPR,
                    "'ticrypt_vms'",
                    "query A: ticrypt_vms comes of each exporter; take the max by its labels first"),
            new Damage(
                    "strict-privacy-rule",
                    OVERVIEW,
                    FAILING,
                    EXPR,
                    "'ticrypt_team_info'",
                    "query A: rows vanish where ticrypt_team_info is not shown, as at privacy level strict; join it in by \"or\" with the same rows without it"),
            new Damage(
                    "strict-privacy-rule",
                    OVERVIEW,
                    FAILING,
                    EXPR,
                    "'max by (team) (ticrypt_team_vms) * on (team) group_left (name) ticrypt_team_info or max by (team) (ticrypt_team_members)'",
                    "query A: rows vanish where ticrypt_team_info is not shown, as at privacy level strict; join it in by \"or\" with the same rows without it"),
            new Damage(
                    "recorded-ratio-rule",
                    OVERVIEW,
                    FAILING,
                    EXPR,
                    "'max(ticrypt_teams) / max(ticrypt_projects)'",
                    "query A: divides what the exporter shows; record the share in alerts/templates"));

    private QueryDamages() {}
}
