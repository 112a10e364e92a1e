package io.github.ticryptexporter.simulator;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Which fault the next answer of a path has: the one set for it, else what the scenario has in store. Any thread. */
final class Faults {
    private final Map<String, Fault> byPath = new ConcurrentHashMap<>();
    private final long seed;
    private volatile FlakyAnswers flaky;
    private volatile boolean isFlaky;

    Faults(long seed) {
        this.seed = seed;
        this.flaky = new FlakyAnswers(seed);
    }

    void set(String path, Fault fault) {
        byPath.put(path, fault);
    }

    void clear() {
        byPath.clear();
    }

    void scenario(Scenario scenario) {
        flaky = new FlakyAnswers(seed);
        isFlaky = scenario == Scenario.API_FLAKY;
    }

    Fault next(String path) {
        Fault set = byPath.get(path);
        if (set != null) {
            return set;
        }
        return isFlaky ? flaky.next() : Fault.none();
    }
}
