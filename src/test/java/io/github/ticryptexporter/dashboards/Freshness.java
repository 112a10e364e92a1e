package io.github.ticryptexporter.dashboards;

import java.util.Map;

/** The first panel of every dashboard: how old is what the others show? */
final class Freshness {
    private Freshness() {}

    static Panel panel() {
        return panel(
                "max(site_realm_api:ticrypt_data_age:seconds{site=~\"$site\"})",
                "max(site_realm_api:ticrypt_data_overdue:seconds{site=~\"$site\"})");
    }

    /**
     * The panel for these two.
     *
     * @param oldest how old the oldest data is
     * @param overdue by how much data is older than it should be; nothing while it is not
     */
    static Panel panel(String oldest, String overdue) {
        return Panel.stat(
                        "Age of the data",
                        """
                        How old the oldest numbers on this page are; late is what is older than ${freshness.intervals} polls and
                        ${freshness.grace_seconds} seconds. From the times of the exporter's good reads. When it is late, trust
                        nothing below and open the page on the exporter. What is too old is withheld, and its panels are empty.
                        """,
                        Look.seconds()
                                .colour(Colour.UNKNOWN)
                                .empty("no exporter")
                                .link(Link.to("ticrypt-exporter", "Exporter and API")))
                .query("{{state}}", """
                        label_replace(%1$s unless %2$s, "state", "on time", "", "")
                          or
                        label_replace(%1$s and %2$s, "state", "late", "", "")
                        """.formatted(oldest, overdue))
                .colours(Map.of("on time", Colour.GOOD, "late", Colour.WARNING))
                .option("textMode", "value_and_name")
                .size(4, 4);
    }
}
