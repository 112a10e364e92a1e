package io.github.ticryptexporter.http;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Fingerprints of secrets. */
final class Digests {
    private Digests() {}

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every platform has SHA-256", e);
        }
    }
}
