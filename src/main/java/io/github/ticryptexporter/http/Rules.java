package io.github.ticryptexporter.http;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.jspecify.annotations.Nullable;

/**
 * Settings, and what is made of them once for all requests.
 *
 * @param routes every path that there is
 * @param tls null for plain HTTP
 * @param rate null for any
 * @param headers for every answer
 * @param challenges for answers to who may not enter
 */
record Rules(
        HttpSettings settings,
        Set<String> routes,
        @Nullable TlsEngines tls,
        @Nullable RateLimiter rate,
        List<HttpField> headers,
        List<HttpField> challenges) {
    private static final String REALM = " realm=\"ticrypt-exporter\"";

    /**
     * What is made of settings.
     *
     * @param before goes on where the settings leave it as it is: sessions of TLS, how much of the rate is used up; null at
     *     the start
     */
    static Rules of(HttpSettings settings, @Nullable Rules before, LongSupplier ticker) {
        WebSecurity security = settings.security();
        return new Rules(
                settings,
                routes(settings),
                security.tls() == null ? null : tls(security.tls(), before == null ? null : before.tls),
                security.rateLimit() == null
                        ? null
                        : rate(security.rateLimit(), before == null ? null : before.rate, ticker),
                headers(security.headers()),
                challenges(security.authentication()));
    }

    private static TlsEngines tls(ServerTls wanted, @Nullable TlsEngines before) {
        return before != null && before.settings().equals(wanted) ? before : TlsEngines.of(wanted);
    }

    private static RateLimiter rate(RateLimit wanted, @Nullable RateLimiter before, LongSupplier ticker) {
        return before != null && before.limit().equals(wanted) ? before : new RateLimiter(wanted, ticker);
    }

    private static Set<String> routes(HttpSettings settings) {
        Set<String> routes = new HashSet<>(Routes.PATHS);
        routes.add(settings.telemetryPath());
        return Set.copyOf(routes);
    }

    private static List<HttpField> headers(Map<String, String> headers) {
        return new TreeMap<>(headers)
                .entrySet().stream()
                        .map(header -> new HttpField(header.getKey(), header.getValue()))
                        .toList();
    }

    private static List<HttpField> challenges(Authentication authentication) {
        List<HttpField> challenges = new ArrayList<>();
        if (!authentication.users().isEmpty()) {
            challenges.add(new HttpField(HttpHeader.WWW_AUTHENTICATE, "Basic" + REALM + ", charset=\"UTF-8\""));
        }
        if (!authentication.tokens().isEmpty()) {
            challenges.add(new HttpField(HttpHeader.WWW_AUTHENTICATE, "Bearer" + REALM));
        }
        return challenges;
    }

    Authentication authentication() {
        return settings.security().authentication();
    }

    void putHeaders(HttpFields.Mutable answer) {
        headers.forEach(answer::put);
    }
}
