package io.github.ticryptexporter.dashboards;

/** What a colour says, the same on every dashboard; a word or a number always says it too. */
enum Colour {
    GOOD("green"),
    NOTICE("yellow"),
    WARNING("orange"),
    BAD("red"),
    /** Worse than full: above what is allowed. */
    BEYOND("purple"),
    NEUTRAL("blue"),
    UNKNOWN("#808080"),
    /** Of states that rest, beside those that are used and those that are not. */
    RESTING("light-blue"),
    READING("light-green");

    final String grafana;

    Colour(String grafana) {
        this.grafana = grafana;
    }
}
