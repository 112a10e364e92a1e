package io.github.ticryptexporter.fleet;

/**
 * Where a guest is reached from outside, from {@code HostAndPort}.
 *
 * @param host name or address; empty when the API leaves it out
 * @param port -1 when the API leaves it out
 */
public record HostAndPort(String host, int port) {

    /** Nothing known. */
    public static final HostAndPort NONE = new HostAndPort("", -1);
}
