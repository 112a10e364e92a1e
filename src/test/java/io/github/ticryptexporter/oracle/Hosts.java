package io.github.ticryptexporter.oracle;

import io.github.ticryptexporter.oracle.OracleSettings.Privacy;
import io.github.ticryptexporter.oracle.OracleSettings.Publishing;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Names hosts that the inventory does not know: the key itself from level {@code named} on, else its pseudonym. */
final class Hosts {
    private static final int DIGITS = 8;

    private final Publishing publishing;
    private final Map<String, String> keysByPseudonym = new HashMap<>();

    Hosts(Publishing publishing) {
        this.publishing = publishing;
    }

    String label(String key) {
        return publishing.level() == Privacy.STRICT ? pseudonym(key) : key;
    }

    private String pseudonym(String key) {
        String pseudonym = "h-" + HexFormat.of().formatHex(digest(key)).substring(0, DIGITS);
        String other = keysByPseudonym.putIfAbsent(pseudonym, key);
        if (other != null && !other.equals(key)) {
            throw new IllegalStateException(
                    "the contract does not say how long the digests of two colliding hosts get: " + other + " and "
                            + key + " are both " + pseudonym);
        }
        return pseudonym;
    }

    private byte[] digest(String key) {
        byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
        String secret = publishing.hostKey();
        try {
            if (secret == null) {
                return MessageDigest.getInstance("SHA-256").digest(bytes);
            }
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return mac.doFinal(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has SHA-256 and its HMAC", e);
        }
    }
}
