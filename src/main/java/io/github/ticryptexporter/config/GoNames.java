package io.github.ticryptexporter.config;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How the exporter-toolkit's file, read by a program in Go, spells what the platform calls otherwise. */
final class GoNames {

    /** Versions of TLS; the older two are known and refused. */
    static final Map<String, String> VERSIONS = inOrder("TLS12", "TLSv1.2", "TLS13", "TLSv1.3");

    static final List<String> RETIRED_VERSIONS = List.of("TLS10", "TLS11");

    /** Elliptic curves. */
    static final Map<String, String> CURVES =
            inOrder("X25519", "x25519", "CurveP256", "secp256r1", "CurveP384", "secp384r1", "CurveP521", "secp521r1");

    /** Those that Go does not call insecure; the last two are older names of two of them. */
    static final Map<String, String> CIPHER_SUITES = cipherSuites();

    private static final Map<String, Duration> UNITS = Map.of(
            "ns", Duration.ofNanos(1),
            "us", Duration.ofNanos(1_000),
            "\u00b5s", Duration.ofNanos(1_000),
            "ms", Duration.ofMillis(1),
            "s", Duration.ofSeconds(1),
            "m", Duration.ofMinutes(1),
            "h", Duration.ofHours(1));

    private static final Pattern PART = Pattern.compile("(\\d{1,9})(\\.\\d{1,9})?(ns|us|\u00b5s|ms|s|m|h)");
    private static final Pattern DURATION = Pattern.compile("(" + PART + "){1,10}");

    private GoNames() {}

    private static Map<String, String> inOrder(String... pairs) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i], pairs[i + 1]);
        }
        return map;
    }

    private static Map<String, String> cipherSuites() {
        Map<String, String> suites = Stream.of(
                        "TLS_AES_128_GCM_SHA256",
                        "TLS_AES_256_GCM_SHA384",
                        "TLS_CHACHA20_POLY1305_SHA256",
                        "TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA",
                        "TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA",
                        "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA",
                        "TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA",
                        "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
                        "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
                        "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
                        "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
                        "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256",
                        "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256")
                .collect(Collectors.toMap(name -> name, name -> name, (one, same) -> one, LinkedHashMap::new));
        suites.put("TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305", "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256");
        suites.put("TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305", "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256");
        return suites;
    }

    /** Such as {@code 1m30s}, {@code 0.5s} and {@code 0}; empty when the text is none. */
    static Optional<Duration> duration(String text) {
        if (text.equals("0")) {
            return Optional.of(Duration.ZERO);
        }
        if (!DURATION.matcher(text).matches()) {
            return Optional.empty();
        }
        Duration sum = Duration.ZERO;
        Matcher part = PART.matcher(text);
        while (part.find()) {
            Duration unit = UNITS.getOrDefault(part.group(3), Duration.ZERO);
            sum = sum.plus(unit.multipliedBy(Long.parseLong(part.group(1))));
            if (part.group(2) != null) {
                sum = sum.plusNanos(Math.round(unit.toNanos() * Double.parseDouble("0" + part.group(2))));
            }
        }
        return Optional.of(sum);
    }
}
