package io.github.ticryptexporter.config;

import io.github.ticryptexporter.http.Authentication;
import io.github.ticryptexporter.http.ClientCertificates;
import io.github.ticryptexporter.http.RateLimit;
import io.github.ticryptexporter.http.ServerTls;
import io.github.ticryptexporter.http.WebSecurity;
import io.github.ticryptexporter.tls.Identity;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The web configuration that is in effect, in the keys of its file: no secret, and of users no more than their number. */
final class EffectiveWebConfig {

    private EffectiveWebConfig() {}

    /** Empty where nothing is configured. */
    static Map<String, @Nullable Object> keys(WebSecurity security) {
        Map<String, @Nullable Object> keys = new LinkedHashMap<>();
        if (security.tls() != null) {
            keys.put("tls_server_config", tls(security.tls()));
        }
        if (!security.headers().isEmpty()) {
            keys.put("http_server_config", Map.of("headers", new TreeMap<>(security.headers())));
        }
        put(keys, security.authentication());
        if (security.rateLimit() != null) {
            keys.put("rate_limit", rateLimit(security.rateLimit()));
        }
        return keys;
    }

    private static void put(Map<String, @Nullable Object> keys, Authentication authentication) {
        if (!authentication.users().isEmpty()) {
            keys.put("basic_auth_users", shown(authentication.users().size(), authentication.users()));
        }
        if (!authentication.tokens().isEmpty()) {
            keys.put("bearer_token_files", shown(authentication.tokens().size(), authentication.tokens()));
        }
    }

    private static ShownValue shown(int number, Object secrets) {
        return new ShownValue("*** (" + number + ")", secrets);
    }

    private static Map<String, @Nullable Object> tls(ServerTls tls) {
        Map<String, @Nullable Object> keys = new LinkedHashMap<>();
        Identity identity = tls.identity();
        putOrigin(keys, "cert", identity.chainOrigin(), identity.chain());
        keys.put("certificate", certificate(identity.chain().get(0)));
        putOrigin(keys, "key", identity.keyOrigin(), identity.key());
        putClients(keys, tls.clients());
        List<String> versions = goNames(tls.protocols(), GoNames.VERSIONS);
        keys.put("min_version", versions.get(0));
        keys.put("max_version", versions.get(versions.size() - 1));
        if (!tls.cipherSuites().isEmpty()) {
            keys.put("cipher_suites", tls.cipherSuites());
        }
        keys.put("prefer_server_cipher_suites", tls.decidesSuite());
        if (!tls.groups().isEmpty()) {
            keys.put("curve_preferences", goNames(tls.groups(), GoNames.CURVES));
        }
        return keys;
    }

    private static void putClients(Map<String, @Nullable Object> keys, ClientCertificates clients) {
        keys.put("client_auth_type", clients.auth().label());
        if (clients.authorities() != null) {
            putOrigin(
                    keys,
                    "client_ca",
                    clients.authorities().origin(),
                    clients.authorities().authorities());
        }
        if (!clients.allowedNames().isEmpty()) {
            keys.put("client_allowed_sans", new TreeSet<>(clients.allowedNames()));
        }
    }

    /** @param path empty for what stood in the file itself */
    private static void putOrigin(Map<String, @Nullable Object> keys, String key, String path, Object content) {
        keys.put(path.isEmpty() ? key : key + "_file", new ShownValue(path.isEmpty() ? "***" : path, content));
    }

    private static List<String> goNames(List<String> names, Map<String, String> byGoName) {
        return names.stream()
                .flatMap(name -> byGoName.entrySet().stream()
                        .filter(entry -> entry.getValue().equals(name))
                        .map(Map.Entry::getKey)
                        .limit(1))
                .toList();
    }

    private static Map<String, Object> certificate(X509Certificate certificate) {
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("subject", certificate.getSubjectX500Principal().getName());
        keys.put("not_after", certificate.getNotAfter().toInstant().toString());
        keys.put("sha256", fingerprint(certificate));
        return keys;
    }

    private static String fingerprint(X509Certificate certificate) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
        } catch (NoSuchAlgorithmException | CertificateEncodingException e) {
            throw new IllegalStateException("a certificate that was read can be written", e);
        }
    }

    private static Map<String, Object> rateLimit(RateLimit limit) {
        Map<String, Object> keys = new LinkedHashMap<>();
        long millis = limit.interval().toMillis();
        keys.put("interval", millis == 0 ? limit.interval().toNanos() + "ns" : DurationText.format(limit.interval()));
        keys.put("burst", limit.burst());
        return keys;
    }
}
