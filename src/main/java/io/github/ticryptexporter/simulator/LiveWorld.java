package io.github.ticryptexporter.simulator;

import java.time.InstantSource;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * The world behind its lock and under its clock: whoever looks at it sees the last tick before now. With a clock that stands
 * still, so does the world.
 */
final class LiveWorld {
    private final InstantSource clock;
    private final Lock lock = new ReentrantLock();
    private final World world;
    private final Motion motion;
    private Plot plot = new Plot.Nothing();
    private volatile Scenario scenario = Scenario.CALM;

    /** The first scenario begins with the world, however long that took to make, so that the same seed spoils the same. */
    LiveWorld(Origin origin, InstantSource clock, Scenario first) {
        this.clock = clock;
        this.world = new World(origin);
        this.motion = new Motion(world);
        motion.begin();
        change(first);
    }

    /** Does something with the world as it is now; lists that outlive the call need {@link #lock()} to be read. */
    <T> T atNow(Supplier<T> action) {
        lock.lock();
        try {
            motion.advanceTo(clock.millis());
            return action.get();
        } finally {
            lock.unlock();
        }
    }

    /** Undoes the present scenario and begins the next; nothing when it is on already. */
    void play(Scenario next) {
        atNow(() -> change(next));
    }

    private Scenario change(Scenario next) {
        if (next != scenario) {
            plot.end();
            plot = Plot.of(next, world);
            plot.begin();
            scenario = next;
        }
        return next;
    }

    Scenario scenario() {
        return scenario;
    }

    World world() {
        return world;
    }

    Lock lock() {
        return lock;
    }
}
