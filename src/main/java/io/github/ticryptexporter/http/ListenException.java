package io.github.ticryptexporter.http;

import java.io.Serial;
import java.net.InetSocketAddress;

/** An address that cannot be listened on; the message names it and the way out. */
public final class ListenException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private ListenException(String message, Throwable cause) {
        super(message, cause);
    }

    static ListenException of(InetSocketAddress address, Throwable cause) {
        return new ListenException(
                "cannot listen on " + text(address) + ": " + reason(cause)
                        + "; choose another with --web.listen-address",
                cause);
    }

    private static String text(InetSocketAddress address) {
        String host = address.getHostString();
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + address.getPort();
    }

    /** Jetty wraps what the system said. */
    private static String reason(Throwable failure) {
        Throwable root = failure.getCause() == null ? failure : failure.getCause();
        String said = String.valueOf(root.getMessage());
        if (said.contains("already in use")) {
            return "the port is in use";
        }
        return said.contains("Permission denied") ? "a port below 1024 needs privileges" : said;
    }
}
