package io.github.ticryptexporter.simulator;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** Two answers in five go wrong, one way or another; which ones follows from the seed and the number of the request. */
final class FlakyAnswers {
    private static final String MAINTENANCE_PAGE =
            "<!DOCTYPE html><html><head><title>Maintenance</title></head><body>Back soon.</body></html>";

    private final long seed;
    private final AtomicLong requests = new AtomicLong();

    FlakyAnswers(long seed) {
        this.seed = seed;
    }

    Fault next() {
        int of100 = new Draw(seed, "flaky", requests.getAndIncrement()).below(100);
        if (of100 < 8) {
            return Fault.none().withStatus(500);
        }
        if (of100 < 16) {
            return Fault.none().withStatus(503).withHeader("Retry-After", "5");
        }
        if (of100 < 22) {
            return Fault.none().withStatus(429).withHeader("Retry-After", "10");
        }
        if (of100 < 28) {
            return Fault.none().cutAfter(200);
        }
        if (of100 < 34) {
            return Fault.none().delayedBy(Duration.ofSeconds(1));
        }
        // A reverse proxy's page, which comes with 200.
        return of100 < 40
                ? Fault.none().withBody(MAINTENANCE_PAGE).withHeader("Content-Type", "text/html")
                : Fault.none();
    }
}
