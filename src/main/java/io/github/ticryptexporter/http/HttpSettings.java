package io.github.ticryptexporter.http;

import java.net.InetSocketAddress;
import java.util.List;

/**
 * Where and how the exporter listens.
 *
 * @param listenAddresses at least one; port 0 picks a free one
 * @param telemetryPath where the exposition is served; starts with a slash
 * @param allowOpen whether an address beyond loopback may be served without TLS and authentication
 */
public record HttpSettings(List<InetSocketAddress> listenAddresses, String telemetryPath, boolean allowOpen) {

    public static final String DEFAULT_LISTEN_ADDRESS = "127.0.0.1:10917";
    public static final String DEFAULT_TELEMETRY_PATH = "/metrics";

    public HttpSettings {
        listenAddresses = List.copyOf(listenAddresses);
        if (listenAddresses.isEmpty()) {
            throw new IllegalArgumentException("no listen address");
        }
        if (!telemetryPath.startsWith("/") || telemetryPath.length() < 2) {
            throw new IllegalArgumentException("telemetryPath must start with / and name a path: " + telemetryPath);
        }
    }
}
