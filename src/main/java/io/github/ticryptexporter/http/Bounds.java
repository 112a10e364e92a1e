package io.github.ticryptexporter.http;

import java.time.Duration;

/**
 * How much the server takes on at once, and how long it waits for a client.
 *
 * @param connections open at a time; for each further one the least useful is closed
 * @param requests being answered at a time, those for health and readiness apart; more are turned away
 * @param idle how long a connection may rest between two requests
 * @param request how long a client may take to send the headers of a request
 * @param answer how long an answer may take, made and read
 */
public record Bounds(int connections, int requests, Duration idle, Duration request, Duration answer) {

    /**
     * Two scrapers and a person are a crowd; Prometheus itself gives a scrape up after ten seconds. A connection within TLS
     * takes about 200 KiB of the process while strangers do their worst, half of it in the heap.
     */
    public static final Bounds DEFAULT =
            new Bounds(128, 16, Duration.ofSeconds(30), Duration.ofSeconds(10), Duration.ofSeconds(30));

    static final int HEADER_BYTES = 8 * 1024;
}
