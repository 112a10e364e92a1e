package io.github.ticryptexporter.bench;

import java.time.Duration;

/** Rounds of polls: in one, each source is read once. Watched from outside, by the counters of a running exporter. */
record Rounds(Daemon daemon) {

    private static final Duration OFTEN = Duration.ofSeconds(1);
    private static final String POLLS = "ticrypt_api_request_duration_seconds_count";

    /** Leaves it idle between two rounds, on the two processors of a small machine. */
    static Duration interval(double scale) {
        return Duration.ofSeconds((long) Math.ceil(5 + 0.4 * scale));
    }

    /** Waits for so many more, and until what came of the last one is published. */
    void await(int rounds) {
        Exposition now = daemon.scrape();
        double enough = polls(now) + rounds * sources(now);
        daemon.process().await("rounds of polls", OFTEN, () -> polls(daemon.scrape()) >= enough);
        daemon.awaitIdle();
    }

    /** Processor time that one takes, from asking to publishing in the one variant that is scraped. */
    Duration cpu(int rounds) {
        Duration cpuBefore = daemon.process().cpu();
        Exposition before = daemon.scrape();
        await(rounds);
        Duration spent = daemon.process().cpu().minus(cpuBefore);
        Exposition after = daemon.scrape();
        double done = (polls(after) - polls(before)) / sources(after);
        return Duration.ofNanos((long) (spent.toNanos() / done));
    }

    private static double polls(Exposition exposition) {
        return exposition.sum(POLLS);
    }

    private static long sources(Exposition exposition) {
        return exposition.count("ticrypt_up");
    }
}
