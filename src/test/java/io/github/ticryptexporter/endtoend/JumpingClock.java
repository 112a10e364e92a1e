package io.github.ticryptexporter.endtoend;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The time of day, and ahead of it once it has jumped: for a simulated site to live through a while in a moment. */
final class JumpingClock implements InstantSource {
    private volatile Duration ahead = Duration.ZERO;

    @Override
    public Instant instant() {
        return InstantSource.system().instant().plus(ahead);
    }

    void jump(Duration duration) {
        ahead = duration;
    }
}
