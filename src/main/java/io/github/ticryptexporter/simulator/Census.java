package io.github.ticryptexporter.simulator;

/** How many of each kind a site of some scale starts with. */
record Census(int hosts, int imagesPerRealm, int teams, int projects, int users, int vms, int configs, int drives) {
    /** The planning figures of a typical site at scale 1, with enough of each kind at any scale to show its variety. */
    static Census of(double scale) {
        int vms = scaled(300, scale, 4);
        return new Census(
                scaled(12, scale, 4),
                Math.min(scaled(12, scale, 6), 200),
                scaled(200, scale, 5),
                scaled(150, scale, 5),
                scaled(2_000, scale, 20),
                vms,
                3 * vms,
                scaled(3_000, scale, 40));
    }

    private static int scaled(int atScaleOne, double scale, int atLeast) {
        return Math.max(atLeast, (int) Math.round(atScaleOne * scale));
    }
}
