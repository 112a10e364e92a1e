package io.github.ticryptexporter.dashboards;

import static io.github.ticryptexporter.dashboards.Threshold.at;

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
        Look late = Look.seconds()
                .bands(Colour.GOOD, at(1, Colour.WARNING))
                .words(Mapping.value(0, "on time", Colour.GOOD));
        return Panel.stat(
                        "Age of the data",
                        """
                        How old the oldest numbers on this page are, and by how much they are late, which is older than
                        ${freshness.intervals} polls and ${freshness.grace_seconds} seconds. From the times of the exporter's
                        good reads. When it is late, trust nothing below and open the page on the exporter. What is too old is
                        withheld, and its panels are empty.
                        """,
                        Look.seconds()
                                .colour(Colour.NEUTRAL)
                                .empty("no exporter")
                                .link(Link.to("ticrypt-exporter", "Exporter and API")))
                .query("oldest", oldest)
                .query("late by", "(%s)\n  or\n0 * %s".formatted(overdue, oldest), late)
                .option("textMode", "value_and_name")
                .size(5, 4);
    }
}
