package io.github.ticryptexporter.tls;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Puts the older forms of private keys into the only one that the platform reads, PKCS#8 (RFC 5208, section 5): version 0,
 * the algorithm, and the older form itself as an octet string. What is damaged becomes a key that the platform refuses.
 */
final class Pkcs8 {

    private static final int SEQUENCE = 0x30;
    private static final int OCTETS = 0x04;

    private static final byte[] VERSION = HexFormat.of().parseHex("020100");

    /** {@code rsaEncryption}, 1.2.840.113549.1.1.1, with its parameter NULL. */
    private static final byte[] RSA = HexFormat.of().parseHex("300d06092a864886f70d0101010500");

    /** {@code id-ecPublicKey}, 1.2.840.10045.2.1; its parameter is the curve. */
    private static final byte[] EC = HexFormat.of().parseHex("06072a8648ce3d0201");

    /** Where the curve stands in SEC 1: {@code [0]}, explicit, with an object identifier in it. */
    private static final int CURVE = 0xa0;

    private Pkcs8() {}

    /** Of a PKCS#1 key, RFC 8017, appendix A.1.2. */
    static byte[] ofRsa(byte[] pkcs1) {
        return element(SEQUENCE, VERSION, RSA, element(OCTETS, pkcs1));
    }

    /** Of a SEC 1 key, RFC 5915; empty where it does not name its curve. */
    static Optional<byte[]> ofEc(byte[] sec1) {
        return curve(sec1)
                .map(curve -> element(SEQUENCE, VERSION, element(SEQUENCE, EC, curve), element(OCTETS, sec1)));
    }

    /** After the head of the sequence and the version, {@code 02 01 01}, the key's own octets; then the curve. */
    private static Optional<byte[]> curve(byte[] sec1) {
        int version = sec1.length > 1 && (sec1[1] & 0xff) > 0x80 ? 3 : 2;
        int key = version + 3;
        int curve = key + 2 + at(sec1, key + 1);
        int from = curve + 2;
        int to = from + at(sec1, curve + 1);
        return at(sec1, curve) == CURVE && to <= sec1.length
                ? Optional.of(Arrays.copyOfRange(sec1, from, to))
                : Optional.empty();
    }

    private static int at(byte[] bytes, int index) {
        return index < bytes.length ? bytes[index] & 0xff : 0;
    }

    private static byte[] element(int tag, byte[]... contents) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (byte[] part : contents) {
            content.writeBytes(part);
        }
        ByteArrayOutputStream element = new ByteArrayOutputStream();
        element.write(tag);
        writeLength(element, content.size());
        element.writeBytes(content.toByteArray());
        return element.toByteArray();
    }

    /** The long form with two bytes serves every length below 64 KiB; the platform's reader wants the shortest. */
    private static void writeLength(ByteArrayOutputStream out, int length) {
        if (length >= 0x100) {
            out.write(0x82);
            out.write(length >> 8);
        } else if (length >= 0x80) {
            out.write(0x81);
        }
        out.write(length);
    }
}
