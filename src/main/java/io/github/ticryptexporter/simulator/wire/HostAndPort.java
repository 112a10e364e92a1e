package io.github.ticryptexporter.simulator.wire;

/** An address and a port. */
public final class HostAndPort {
    public String host;
    public int port;

    public HostAndPort(String host, int port) {
        this.host = host;
        this.port = port;
    }
}
