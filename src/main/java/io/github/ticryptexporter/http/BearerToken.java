package io.github.ticryptexporter.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * A token that lets in whoever presents it; what is kept is its digest, and its text shows nothing.
 *
 * @param sha256 in hexadecimal
 */
public record BearerToken(String sha256) {

    public static BearerToken of(String token) {
        return new BearerToken(HexFormat.of().formatHex(Digests.sha256(token.getBytes(StandardCharsets.UTF_8))));
    }

    /** Takes as long whether they differ early, late or not at all. */
    boolean isSameAs(BearerToken other) {
        return MessageDigest.isEqual(
                sha256.getBytes(StandardCharsets.US_ASCII), other.sha256.getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public String toString() {
        return "***";
    }
}
