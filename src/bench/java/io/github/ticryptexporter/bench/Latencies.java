package io.github.ticryptexporter.bench;

import java.time.Duration;
import java.util.List;

/** How long each of many took, in ascending order; at least one. */
record Latencies(List<Duration> sorted) {

    Latencies {
        sorted = sorted.stream().sorted().toList();
        if (sorted.isEmpty()) {
            throw new IllegalArgumentException("expected at least one");
        }
    }

    /** The least that this share of all did not exceed. */
    Duration quantile(double share) {
        int rank = (int) Math.ceil(share * sorted.size());
        return sorted.get(Math.max(1, rank) - 1);
    }

    Duration median() {
        return quantile(0.5);
    }

    Duration least() {
        return quantile(0);
    }

    Duration most() {
        return quantile(1);
    }
}
