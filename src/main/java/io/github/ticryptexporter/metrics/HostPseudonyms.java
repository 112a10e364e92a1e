package io.github.ticryptexporter.metrics;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Stands in for a host's address where it may not be shown: {@code h-} and the start of a digest of the host key. */
public final class HostPseudonyms {

    /** Hex digits after {@code h-}, unless two hosts collide. */
    static final int DIGITS = 8;

    /** SHA-256 alone: a pseudonym, not secrecy, since addresses are few enough to try them all. */
    public static final HostPseudonyms PLAIN = new HostPseudonyms(new byte[0]);

    private final byte[] key;

    private HostPseudonyms(byte[] key) {
        this.key = key;
    }

    /**
     * HMAC-SHA-256 under a key of the site's own.
     *
     * @throws IllegalArgumentException when the key is empty
     */
    public static HostPseudonyms keyed(byte[] key) {
        if (key.length == 0) {
            throw new IllegalArgumentException("the host key is empty");
        }
        return new HostPseudonyms(key.clone());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof HostPseudonyms that && MessageDigest.isEqual(key, that.key);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(key);
    }

    /** The digest of a host key, 64 hex digits. */
    String digest(String hostKey) {
        byte[] text = hostKey.getBytes(StandardCharsets.UTF_8);
        try {
            return HexFormat.of().formatHex(key.length == 0 ? sha256(text) : hmac(text));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has SHA-256 and its HMAC", e);
        }
    }

    private static byte[] sha256(byte[] text) throws GeneralSecurityException {
        return MessageDigest.getInstance("SHA-256").digest(text);
    }

    private byte[] hmac(byte[] text) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(text);
    }
}
