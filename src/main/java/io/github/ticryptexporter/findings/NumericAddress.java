package io.github.ticryptexporter.findings;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** Reads addresses that are written as numbers; anything else is no address, so that no resolver is ever asked. */
final class NumericAddress {

    private static final String OCTET = "(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
    private static final Pattern IPV4 = Pattern.compile("(?:" + OCTET + "\\.){3}(" + OCTET + ")");

    /** The platform takes a text like this for an IPv6 address or refuses it, but never looks it up. */
    private static final Pattern IPV6 = Pattern.compile("(?=.*:)[0-9a-fA-F:][0-9a-fA-F:.]*");

    private NumericAddress() {}

    /** The address, IPv4 where an IPv6 one only wraps it; empty for a name. */
    static Optional<InetAddress> of(String text) {
        if (!IPV4.matcher(text).matches() && !IPV6.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(text));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    /** The last number of an IPv4 address; empty for anything else. */
    static OptionalInt lastOctet(String text) {
        var address = IPV4.matcher(text);
        return address.matches() ? OptionalInt.of(Integer.parseInt(address.group(1))) : OptionalInt.empty();
    }
}
