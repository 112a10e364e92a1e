package io.github.ticryptexporter.findings;

import java.net.InetAddress;
import java.util.Optional;

/** A network in CIDR notation, IPv4 or IPv6, that addresses can be matched against without any name look-up. */
public final class Cidr {

    private final byte[] network;
    private final int prefixLength;
    private final String text;

    private Cidr(byte[] network, int prefixLength, String text) {
        this.network = network;
        this.prefixLength = prefixLength;
        this.text = text;
    }

    /**
     * The network that {@code 192.168.122.0/24} and the like write.
     *
     * @throws IllegalArgumentException when the text is no address, a slash and a prefix length that fits
     */
    public static Cidr parse(String text) {
        int slash = text.indexOf('/');
        byte[] network =
                slash < 0 ? new byte[0] : address(text.substring(0, slash)).orElse(new byte[0]);
        int prefixLength = network.length == 0 ? -1 : prefixLength(text.substring(slash + 1));
        if (prefixLength < 0 || prefixLength > network.length * 8) {
            throw new IllegalArgumentException("expected a network such as 192.168.122.0/24, but was \"" + text + "\"");
        }
        return new Cidr(network, prefixLength, text);
    }

    /** Whether the address lies in this network; false for anything that is no numeric address. */
    public boolean contains(String address) {
        return address(address).filter(this::matches).isPresent();
    }

    private boolean matches(byte[] address) {
        if (address.length != network.length) {
            return false;
        }
        for (int bit = 0; bit < prefixLength; bit++) {
            int mask = 0x80 >> (bit % 8);
            if ((address[bit / 8] & mask) != (network[bit / 8] & mask)) {
                return false;
            }
        }
        return true;
    }

    private static Optional<byte[]> address(String text) {
        return NumericAddress.of(text).map(InetAddress::getAddress);
    }

    private static int prefixLength(String text) {
        return text.matches("\\d{1,3}") ? Integer.parseInt(text) : -1;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Cidr that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
