package io.github.ticryptexporter.dashboards;

import java.util.Map;

/** Marks on time axes, wherever the query has a value. */
record Annotation(String name, String expr, Colour colour, String title, String text) {

    /** One mark back: Grafana looks as often as the graph has pixels, which in a week is every ten minutes. */
    private static final String BEFORE = " offset $__interval";

    /** When alerts that want somebody began; how long they lasted would cover the graph. */
    static Annotation alerts(String matchers) {
        String firing =
                "ALERTS{alertstate=\"firing\",alertname=~\"Ticrypt.*\",severity=~\"critical|warning\",site=~\"$site\""
                        + matchers + "}";
        return new Annotation(
                "Alerts begin",
                firing + " unless " + firing + BEFORE,
                Colour.BAD,
                "{{alertname}}",
                "{{severity}} {{realm}} {{host}} {{team}} {{resource}} {{type}}");
    }

    /** For the site's pages and for single exporters alike: a version that was not there before. */
    static Annotation versions(String matchers) {
        String info = "max by (site, version, revision) (ticrypt_exporter_build_info{site=~\"$site\"" + matchers + "}";
        return new Annotation(
                "Exporter versions",
                info + ") unless " + info + BEFORE + ")",
                Colour.NEUTRAL,
                "Exporter {{version}}",
                "{{revision}}");
    }

    /** Limits of the site's teams together, whenever their sum changes. */
    static Annotation limits() {
        return limits("resource_type:ticrypt_quota_promised:max{site=~\"$site\"}");
    }

    static Annotation limitsOfTeam() {
        return limits("team_resource_type:ticrypt_team_limit:max{site=~\"$site\",team=\"$team\"}");
    }

    private static Annotation limits(String selector) {
        return new Annotation(
                "Limit changes",
                "sum by (resource, type) (changes(" + selector + "[$__rate_interval])) > 0",
                Colour.NOTICE,
                "Limits changed",
                "{{resource}} {{type}}");
    }

    Map<String, Object> json() {
        return Map.of(
                "datasource",
                Variable.PROMETHEUS,
                "enable",
                true,
                "expr",
                expr,
                "iconColor",
                colour.grafana,
                "name",
                name,
                "step",
                "60s",
                "textFormat",
                text,
                "titleFormat",
                title);
    }
}
