package io.github.ticryptexporter.findings;

import java.net.InetAddress;
import java.util.Locale;

/** Addresses that mean the machine itself, told from their text alone. */
final class Loopback {

    private Loopback() {}

    static boolean is(String host) {
        String name = withoutBrackets(host).toLowerCase(Locale.ROOT);
        return name.equals("localhost")
                || name.endsWith(".localhost")
                || NumericAddress.of(name)
                        .filter(InetAddress::isLoopbackAddress)
                        .isPresent();
    }

    /** {@code [::1]} is how an IPv6 address is written where a port may follow. */
    private static String withoutBrackets(String host) {
        return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    }
}
