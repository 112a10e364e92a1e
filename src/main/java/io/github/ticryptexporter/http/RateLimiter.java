package io.github.ticryptexporter.http;

import java.time.Duration;
import java.util.function.LongSupplier;

/** A bucket of tokens, full at first: each request takes one, and each interval puts one back. */
final class RateLimiter {
    private final RateLimit limit;
    private final LongSupplier ticker;
    private long fullAtNanos;

    /** @param ticker nanoseconds that never go back */
    RateLimiter(RateLimit limit, LongSupplier ticker) {
        this.limit = limit;
        this.ticker = ticker;
        this.fullAtNanos = ticker.getAsLong();
    }

    RateLimit limit() {
        return limit;
    }

    /** How long to wait before there is a token again; zero when one was there and is taken. */
    synchronized Duration take() {
        long now = ticker.getAsLong();
        long interval = limit.interval().toNanos();
        long missing = Math.max(0, fullAtNanos - now);
        long wait = missing - limit.fullNanos() + interval;
        if (wait <= 0) {
            fullAtNanos = now + missing + interval;
        }
        return Duration.ofNanos(Math.max(0, wait));
    }
}
