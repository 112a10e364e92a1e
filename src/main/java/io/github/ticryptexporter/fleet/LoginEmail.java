package io.github.ticryptexporter.fleet;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An e-mail address that can be compared with another and not read: the digest of its lower case, which is all that the
 * process keeps of it. Whoever knows an address can look for it, so the digest is not shown either.
 *
 * <p>The components are the SHA-256 in its order, eight bytes each: a site has as many of these as users.
 */
public record LoginEmail(long first, long second, long third, long fourth) {

    /** The address as somebody wrote it; none when it is blank. */
    public static Optional<LoginEmail> of(String written) {
        return written.isBlank() ? Optional.empty() : Optional.of(of(sha256(written.toLowerCase(Locale.ROOT))));
    }

    /** All of these that are not blank. */
    public static Set<LoginEmail> allOf(Collection<String> written) {
        return written.stream().flatMap(address -> of(address).stream()).collect(Collectors.toUnmodifiableSet());
    }

    private static LoginEmail of(ByteBuffer digest) {
        return new LoginEmail(digest.getLong(), digest.getLong(), digest.getLong(), digest.getLong());
    }

    private static ByteBuffer sha256(String text) {
        try {
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** SHA-256, 64 hex digits. */
    public String digest() {
        HexFormat hex = HexFormat.of();
        return hex.toHexDigits(first) + hex.toHexDigits(second) + hex.toHexDigits(third) + hex.toHexDigits(fourth);
    }

    @Override
    public String toString() {
        return "***";
    }
}
