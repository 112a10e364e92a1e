package io.github.ticryptexporter.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What an Authorization header presents, RFC 9110, section 11.6.2. */
sealed interface Credentials {

    /**
     * RFC 7617.
     *
     * @param password its bytes, whatever they mean, as ISO 8859-1
     */
    record Basic(String user, String password) implements Credentials {
        /** Neither is for anyone to read. */
        @Override
        public String toString() {
            return "Basic ***";
        }
    }

    /** RFC 6750. */
    record Bearer(BearerToken token) implements Credentials {}

    /** Something else, or nothing that makes sense. */
    record Unknown() implements Credentials {}

    /** None when no header is there. */
    static Optional<Credentials> of(List<String> headers) {
        return headers.isEmpty()
                ? Optional.empty()
                : Optional.of(headers.size() == 1 ? of(headers.get(0)) : new Unknown());
    }

    private static Credentials of(String header) {
        String[] parts = header.strip().split(" +", 2);
        if (parts.length < 2) {
            return new Unknown();
        }
        return switch (parts[0].toLowerCase(Locale.ROOT)) {
            case "basic" -> basic(parts[1]);
            case "bearer" -> new Bearer(BearerToken.of(parts[1]));
            default -> new Unknown();
        };
    }

    private static Credentials basic(String base64) {
        try {
            byte[] pair = Base64.getDecoder().decode(base64);
            String text = new String(pair, StandardCharsets.ISO_8859_1);
            int colon = text.indexOf(':');
            return colon < 0
                    ? new Unknown()
                    : new Basic(new String(pair, 0, colon, StandardCharsets.UTF_8), text.substring(colon + 1));
        } catch (IllegalArgumentException e) {
            return new Unknown();
        }
    }
}
