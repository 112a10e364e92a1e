package io.github.ticryptexporter.simulator;

import java.util.Comparator;
import java.util.PriorityQueue;

/** What will happen at which tick; entries of one tick run in the order they were made. */
final class Agenda {
    private final PriorityQueue<Entry> entries =
            new PriorityQueue<>(Comparator.comparingLong(Entry::tick).thenComparingLong(Entry::number));
    private long made;

    void at(long tick, Runnable event) {
        entries.add(new Entry(tick, made++, event));
    }

    void runUntil(long tick) {
        Entry next = entries.peek();
        while (next != null && next.tick() <= tick) {
            entries.remove();
            next.event().run();
            next = entries.peek();
        }
    }

    private record Entry(long tick, long number, Runnable event) {}
}
