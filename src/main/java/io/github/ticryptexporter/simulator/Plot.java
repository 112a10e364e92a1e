package io.github.ticryptexporter.simulator;

/** What a scenario does to the fleet, and how it is undone. */
interface Plot {
    void begin();

    /** Leaves the fleet as consistent as it was before. */
    void end();

    /** The plot of a scenario; one that only concerns the answers has none. */
    static Plot of(Scenario scenario, World world) {
        return switch (scenario) {
            case BUSY -> new BusySpell(world);
            case DRIFT -> new Drift(world);
            case HOST_DOWN -> new HostOutage(world);
            case CALM, API_FLAKY, TOKEN_REVOKED -> new Nothing();
        };
    }

    /** Leaves the fleet to its usual motion. */
    record Nothing() implements Plot {
        @Override
        public void begin() {}

        @Override
        public void end() {}
    }
}
