package io.github.ticryptexporter.simulator;

/**
 * How fast the fleet moves, and how far it may go.
 *
 * @param turnover share of the initial VMs that starts, and that stops, per tick
 * @param leastRate starts and stops per tick that even the smallest site shows
 * @param quotaShare share of its quotas that a team may use
 * @param greedyShare the same for the teams that do not keep to their quotas
 * @param hostFill share of a host's memory that may be given away
 * @param grows whether VMs start as long as there is room, rather than around the initial number
 */
record Pace(double turnover, double leastRate, double quotaShare, double greedyShare, double hostFill, boolean grows) {
    /** A start every ten seconds at scale 1; nothing comes near enough to a limit for an alert. */
    static final Pace CALM = new Pace(1 / 3_000.0, 0.03, 0.84, 0.84, 0.88, false);

    /** A start every second at scale 1. */
    static final Pace BUSY = new Pace(1 / 300.0, 0.3, 1, 1.5, 0.98, true);
}
