package io.github.ticryptexporter.oracle;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** Reads addresses, without ever asking a name server. */
final class Addresses {
    private static final String OCTET = "(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
    private static final Pattern IPV4 = Pattern.compile(String.join("\\.", OCTET, OCTET, OCTET, OCTET));

    private Addresses() {}

    /** The last octet of an IPv4 address in dotted decimal, empty for anything else. */
    static OptionalInt lastOctet(String ip) {
        return IPV4.matcher(ip).matches()
                ? OptionalInt.of(Integer.parseInt(ip.substring(ip.lastIndexOf('.') + 1)))
                : OptionalInt.empty();
    }

    /** Ambiguous: loopback is 127.0.0.0/8, ::1 and the name localhost. */
    static boolean isLoopback(String host) {
        return host.equalsIgnoreCase("localhost")
                || parsed(host).map(InetAddress::isLoopbackAddress).orElse(false);
    }

    /** Whether {@code ip} lies in {@code cidr}; never across IP versions. */
    static boolean contains(String cidr, String ip) {
        int slash = cidr.indexOf('/');
        Optional<InetAddress> net = parsed(cidr.substring(0, slash));
        Optional<InetAddress> address = parsed(ip);
        if (net.isEmpty() || address.isEmpty()) {
            return false;
        }
        byte[] netBytes = net.get().getAddress();
        byte[] bytes = address.get().getAddress();
        int hostBits = bytes.length * Byte.SIZE - Integer.parseInt(cidr.substring(slash + 1));
        return netBytes.length == bytes.length
                && new BigInteger(1, netBytes)
                        .shiftRight(hostBits)
                        .equals(new BigInteger(1, bytes).shiftRight(hostBits));
    }

    private static Optional<InetAddress> parsed(String address) {
        // Java resolves anything that is no literal; a colon makes it one, or an error.
        if (!IPV4.matcher(address).matches() && !address.contains(":")) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(address));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }
}
