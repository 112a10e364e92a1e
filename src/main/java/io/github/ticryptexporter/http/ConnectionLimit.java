package io.github.ticryptexporter.http;

import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;

/** Lets a number of connections in; while there are that many, more wait in the system's queue and idle ones go soon. */
final class ConnectionLimit extends NetworkConnectionLimit {
    private static final long IDLE_MILLIS_WHEN_FULL = 2_000;

    private final Limits limits;

    ConnectionLimit(Server server, Limits limits) {
        super(limits.bounds().connections(), server);
        setEndPointIdleTimeout(IDLE_MILLIS_WHEN_FULL);
        this.limits = limits;
    }

    @Override
    protected void limit() {
        limits.met(Limit.CONNECTIONS);
        super.limit();
    }
}
