package io.github.ticryptexporter.http;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Where and how the exporter listens.
 *
 * @param listenAddresses at least one; port 0 picks a free one
 * @param telemetryPath where the exposition is served: a plain path that is neither the landing page's, {@code /}, nor
 *     one of the service paths under {@code /-/}
 * @param allowOpen whether an address beyond loopback may be served without TLS and authentication
 * @param lifecycle whether a request may have the configuration loaded again
 */
public record HttpSettings(
        List<InetSocketAddress> listenAddresses,
        String telemetryPath,
        boolean allowOpen,
        boolean lifecycle,
        WebSecurity security) {

    public static final String DEFAULT_LISTEN_ADDRESS = "127.0.0.1:10917";
    public static final String DEFAULT_TELEMETRY_PATH = "/metrics";

    /** No escapes and none of the router's pattern characters. */
    private static final Pattern PATH = Pattern.compile("(/[A-Za-z0-9._~-]+)+");

    public HttpSettings {
        listenAddresses = List.copyOf(listenAddresses);
        if (listenAddresses.isEmpty()) {
            throw new IllegalArgumentException("no listen address");
        }
        if (!PATH.matcher(telemetryPath).matches()) {
            throw new IllegalArgumentException(
                    "telemetryPath must start with / and name a path, as /metrics does, but was \"" + telemetryPath
                            + "\"");
        }
        if (telemetryPath.startsWith("/-/")) {
            throw new IllegalArgumentException(
                    "telemetryPath must not be under /-/, where the service paths are, but was \"" + telemetryPath
                            + "\"");
        }
    }

    /** Without what only few ask for. */
    public HttpSettings(List<InetSocketAddress> listenAddresses, String telemetryPath, boolean allowOpen) {
        this(listenAddresses, telemetryPath, allowOpen, false, WebSecurity.NONE);
    }

    /** Whether anyone beyond this machine can read what is served. */
    public boolean isOpen() {
        return !security.isClosed()
                && listenAddresses.stream()
                        .anyMatch(address ->
                                address.isUnresolved() || !address.getAddress().isLoopbackAddress());
    }
}
