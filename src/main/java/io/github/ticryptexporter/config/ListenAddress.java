package io.github.ticryptexporter.config;

import java.net.InetSocketAddress;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Addresses to listen on: {@code host:port}, {@code [v6]:port}, and {@code :port} for every interface. */
final class ListenAddress {

    private static final Pattern SYNTAX = Pattern.compile("(?:\\[([0-9a-fA-F:.]+)]|([A-Za-z0-9._-]*)):(\\d{1,5})");

    private ListenAddress() {}

    static Optional<InetSocketAddress> parse(Setting setting) {
        Matcher matcher = SYNTAX.matcher(setting.text());
        if (!matcher.matches() || Integer.parseInt(matcher.group(3)) > 65535) {
            return setting.refuse("HOST:PORT", "write for example 127.0.0.1:10917 or [::1]:10917");
        }
        InetSocketAddress address = address(matcher);
        return address.isUnresolved()
                ? setting.refuse("the address of this machine", "the name does not resolve; write the address itself")
                : Optional.of(address);
    }

    /** An address that is known to be well formed. */
    static InetSocketAddress of(String text) {
        Matcher matcher = SYNTAX.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("no listen address: " + text);
        }
        return address(matcher);
    }

    private static InetSocketAddress address(Matcher matcher) {
        String host = Objects.requireNonNullElse(matcher.group(1), matcher.group(2));
        int port = Integer.parseInt(matcher.group(3));
        return host.isEmpty() ? new InetSocketAddress(port) : new InetSocketAddress(host, port);
    }

    /** As {@link #parse} reads it. */
    static String format(InetSocketAddress address) {
        String host = address.getHostString();
        return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + address.getPort();
    }
}
