package io.github.ticryptexporter.fleet;

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
 * @param digest SHA-256, 64 hex digits
 */
public record LoginEmail(String digest) {

    /** The address as somebody wrote it; none when it is blank. */
    public static Optional<LoginEmail> of(String written) {
        return written.isBlank()
                ? Optional.empty()
                : Optional.of(new LoginEmail(sha256(written.toLowerCase(Locale.ROOT))));
    }

    /** All of these that are not blank. */
    public static Set<LoginEmail> allOf(Collection<String> written) {
        return written.stream().flatMap(address -> of(address).stream()).collect(Collectors.toUnmodifiableSet());
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "***";
    }
}
