package io.github.ticryptexporter.http;

import at.favre.lib.crypto.bcrypt.BCrypt;
import at.favre.lib.crypto.bcrypt.BCrypt.Version;
import at.favre.lib.crypto.bcrypt.LongPasswordStrategies;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * A password as bcrypt keeps it; its text shows nothing.
 *
 * @param bcrypt in the form of {@code htpasswd}: {@code $2y$}, the cost, {@code $}, salt and hash
 */
public record PasswordHash(String bcrypt) {

    private static final Pattern FORM = Pattern.compile("\\$2[aby]\\$(0[4-9]|[12]\\d|3[01])\\$[./A-Za-z0-9]{53}");

    /** Bytes of a password beyond it do not count. */
    private static final int LONGEST = Version.MAX_PW_LENGTH_BYTE;

    private static final BCrypt.Verifyer SHORTER = BCrypt.verifyer(Version.VERSION_2Y);

    /** bcrypt ends a password with a zero byte where there is room for one. */
    private static final BCrypt.Verifyer FULL = BCrypt.verifyer(
            Version.VERSION_2Y_NO_NULL_TERMINATOR,
            LongPasswordStrategies.truncate(Version.VERSION_2Y_NO_NULL_TERMINATOR));

    public PasswordHash {
        if (!isWellFormed(bcrypt)) {
            throw new IllegalArgumentException("no bcrypt hash");
        }
    }

    public static boolean isWellFormed(String text) {
        return FORM.matcher(text).matches();
    }

    /** The binary logarithm of the work that a check takes. */
    public int cost() {
        return Integer.parseInt(bcrypt.substring(4, 6));
    }

    /** Takes as long as the cost says, whatever the password. */
    boolean matches(byte[] password) {
        byte[] hash = bcrypt.getBytes(StandardCharsets.US_ASCII);
        return (password.length < LONGEST ? SHORTER : FULL).verify(password, hash).verified;
    }

    @Override
    public String toString() {
        return "***";
    }
}
