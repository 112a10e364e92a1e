package io.github.ticryptexporter.dashboards;

import java.util.Map;

/** A way from a value to the dashboard that explains it, at the same time and site. */
record Link(String title, String url) {

    /** To this dashboard, with data source, site and time range. */
    static Link to(String uid, String title) {
        return new Link(title, "/d/" + uid + "?${datasource:queryparam}&${site:queryparam}&${__url_time_range}");
    }

    /** The variable of this name takes the label of the series. */
    Link carrying(String label) {
        return with(label, "${__field.labels." + label + "}");
    }

    /** The variable of this name takes the value of that column in the table's row. */
    Link carryingOfRow(String label) {
        return with(label, "${__data.fields." + label + "}");
    }

    private Link with(String variable, String value) {
        return new Link(title, url + "&var-" + variable + "=" + value);
    }

    Map<String, Object> json() {
        return Map.of("title", title, "url", url);
    }
}
