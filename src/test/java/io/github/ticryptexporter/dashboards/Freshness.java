package io.github.ticryptexporter.dashboards;

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
                                .colour(Colour.GOOD)
                                .empty("no exporter")
                                .link(Link.to("ticrypt-exporter", "Exporter and API")))
                .query("on time", oldest + "\n  unless\n" + overdue)
                .query("late", oldest + "\n  and\n" + overdue, Look.difference().colour(Colour.WARNING))
                .option("textMode", "value_and_name")
                .size(4, 4);
    }
}
