package io.github.ticryptexporter.http;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who is served, and what each answer carries for the safety of whoever reads it.
 *
 * @param tls null for plain HTTP
 * @param headers added to every answer, those of errors and health included
 * @param rateLimit null for none
 */
public record WebSecurity(
        @Nullable ServerTls tls,
        Authentication authentication,
        Map<String, String> headers,
        @Nullable RateLimit rateLimit) {

    /** Plain HTTP for everyone. */
    public static final WebSecurity NONE = new WebSecurity(null, Authentication.NONE, Map.of(), null);

    public WebSecurity {
        headers = Map.copyOf(headers);
    }

    /** Whether a stranger on the way can neither read along nor ask by himself. */
    public boolean isClosed() {
        return tls != null && (authentication.isAsked() || tls.clients().areIdentified());
    }
}
