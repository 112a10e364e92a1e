package io.github.ticryptexporter.dashboards;

import java.util.Map;

/** Marks on time axes, wherever the query has a value. */
record Annotation(String name, String expr, Colour colour, String title, String text) {

    static Annotation alerts(String matchers) {
        return new Annotation(
                "Firing alerts",
                "ALERTS{alertstate=\"firing\",alertname=~\"Ticrypt.*\",site=~\"$site\"" + matchers + "}",
                Colour.BAD,
                "{{alertname}}",
                "{{severity}} {{realm}} {{host}} {{team}} {{resource}} {{type}}");
    }

    /** For the site's pages and for single exporters alike: a version that was not there before. */
    static Annotation versions(String matchers) {
        String info = "max by (site, version, revision) (ticrypt_exporter_build_info{site=~\"$site\"" + matchers + "}";
        return new Annotation(
                "Exporter versions",
                info + ") unless " + info + " offset 5m)",
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
                "sum by (resource, type) (changes(" + selector + "[5m])) > 0",
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
