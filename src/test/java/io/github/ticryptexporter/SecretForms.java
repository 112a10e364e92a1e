package io.github.ticryptexporter;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;

/** A secret in every dress in which it may come out: as it is, encoded for URLs, in base64 among other bytes, in hex, in any case. */
final class SecretForms {

    private final String secret;
    private final Set<String> forms = new HashSet<>();

    SecretForms(String secret) {
        this.secret = secret;
        add(secret);
        add(secret.replace("/", "\\/"));
        add(URLEncoder.encode(secret, StandardCharsets.UTF_8));
        add(HexFormat.of().formatHex(bytes(secret)));
        for (int before = 0; before < 3; before++) {
            String base64 = base64(before);
            add(base64);
            add(base64.replace('+', '-').replace('/', '_'));
        }
    }

    /** The characters of base64 that the secret alone decides when so many bytes stand before it. */
    private String base64(int before) {
        String all = Base64.getEncoder().encodeToString(bytes("x".repeat(before) + secret));
        int from = (before * 8 + 5) / 6;
        int to = (before + secret.length()) * 8 / 6;
        return all.substring(from, to);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private void add(String form) {
        forms.add(form.toLowerCase(Locale.ROOT));
    }

    /** What of it is in a text, with what stands around it; empty when nothing is. */
    Set<String> in(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        Set<String> found = new HashSet<>();
        for (String form : forms) {
            int at = lower.indexOf(form);
            if (at >= 0) {
                found.add(text.substring(Math.max(0, at - 200), Math.min(text.length(), at + form.length() + 50)));
            }
        }
        return found;
    }
}
