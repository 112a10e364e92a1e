package io.github.ticryptexporter.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * Scrapes at a steady pace on one connection. How long each took counts from when it was due: one that is late because the
 * one before took long has waited too.
 */
record PacedScraper(URI address, Duration period) {

    /** All that are due within this time, on the calling thread. */
    Latencies during(Duration length) {
        List<Duration> taken = new ArrayList<>();
        try (ScrapeConnection connection = ScrapeConnection.to(address)) {
            long startNanos = System.nanoTime();
            for (long due = 0; due < length.toNanos(); due += period.toNanos()) {
                waitUntil(startNanos + due);
                connection.scrape();
                taken.add(Duration.ofNanos(System.nanoTime() - startNanos - due));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Latencies(taken);
    }

    private static void waitUntil(long dueNanos) {
        for (long left = dueNanos - System.nanoTime(); left > 0; left = dueNanos - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
