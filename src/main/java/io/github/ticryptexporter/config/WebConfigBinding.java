package io.github.ticryptexporter.config;

import io.github.ticryptexporter.http.Authentication;
import io.github.ticryptexporter.http.BearerToken;
import io.github.ticryptexporter.http.PasswordHash;
import io.github.ticryptexporter.http.RateLimit;
import io.github.ticryptexporter.http.ServerTls;
import io.github.ticryptexporter.http.WebSecurity;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Binds the web configuration: the file of the Prometheus exporter-toolkit, with {@code bearer_token_files} besides.
 *
 * <p>Relative paths in it are relative to the file itself.
 */
final class WebConfigBinding {

    /** Each header that can be set, and the values that it can have; none listed for any. */
    private static final Map<String, List<String>> HEADERS = headers();

    private static final Pattern HEADER_VALUE = Pattern.compile("[\\x20-\\x7e]{1,4000}");

    private static final int SLOW_COST = 14;
    private static final int GREATEST_COST = 18;
    private static final long MOST_AT_ONCE = 1_000_000;
    private static final String MAKE_HASH = "make one with htpasswd -nBC 10 \"\"";

    private final Section web;

    private WebConfigBinding(Section web) {
        this.web = web;
    }

    private static Map<String, List<String>> headers() {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        headers.put("Content-Security-Policy", List.of());
        headers.put("X-Frame-Options", List.of("deny", "sameorigin"));
        headers.put("X-Content-Type-Options", List.of("nosniff"));
        headers.put("X-XSS-Protection", List.of());
        headers.put("Strict-Transport-Security", List.of());
        return headers;
    }

    /** What the file says; what is wrong is reported to the context. */
    static WebSecurity read(Setting setting, Path file, Context context) {
        try {
            YamlNode root = YamlReader.read(file, context.files(), "tls_server_config or basic_auth_users");
            if (root instanceof YamlNode.Mapping mapping) {
                Section web = Section.root("", mapping, context.ofOwn(file));
                WebSecurity security = new WebConfigBinding(web).settings();
                web.finish();
                return security;
            }
            throw new YamlException("expected keys and values, but was " + root.shape());
        } catch (YamlException e) {
            setting.problem(
                    "the web configuration " + setting.quoted() + " cannot be used", String.valueOf(e.getMessage()));
            return WebSecurity.NONE;
        }
    }

    private WebSecurity settings() {
        Optional<ServerTls> tls = WebTlsBinding.settings(web);
        Section http = web.section("http_server_config");
        http.setting("http2")
                .filter(setting -> setting.flag().orElse(false))
                .ifPresent(setting -> setting.warning("HTTP/1.1 is what is served, which every scraper speaks"));
        return new WebSecurity(
                tls.orElse(null),
                new Authentication(users(), tokens()),
                headers(http.section("headers")),
                rateLimit(web.section("rate_limit")).orElse(null));
    }

    private static Map<String, String> headers(Section section) {
        Map<String, String> headers = new LinkedHashMap<>();
        HEADERS.forEach((name, values) -> section.setting(name)
                .filter(setting -> !setting.text().isBlank())
                .flatMap(setting -> header(setting, values))
                .ifPresent(value -> headers.put(name, value)));
        return headers;
    }

    private static Optional<String> header(Setting setting, List<String> values) {
        if (!values.isEmpty() && !values.contains(setting.text())) {
            return setting.refuse(String.join(" or ", values), "write it in lower case, or remove the key");
        }
        return HEADER_VALUE.matcher(setting.text()).matches()
                ? Optional.of(setting.text())
                : setting.refuse("one line of ASCII", "write it so, or remove the key");
    }

    private Map<String, PasswordHash> users() {
        Map<String, PasswordHash> users = new LinkedHashMap<>();
        web.secretsByName("basic_auth_users").forEach((name, setting) -> {
            if (name.isBlank() || name.contains(":")) {
                setting.problem("expected the name of a user, which has no colon, before the hash", "correct it");
            } else {
                hash(setting).ifPresent(hash -> users.put(name, hash));
            }
        });
        return users;
    }

    private static Optional<PasswordHash> hash(Setting setting) {
        if (!PasswordHash.isWellFormed(setting.text())) {
            return setting.refuse("a bcrypt hash, which begins with $2y$, $2b$ or $2a$", MAKE_HASH);
        }
        PasswordHash hash = new PasswordHash(setting.text());
        if (hash.cost() > GREATEST_COST) {
            setting.problem(
                    "expected a hash of cost " + GREATEST_COST + " at most, but was " + hash.cost()
                            + ", whose check takes minutes",
                    MAKE_HASH);
        } else if (hash.cost() > SLOW_COST) {
            setting.warning("a hash of cost " + hash.cost() + " takes seconds to check; 10 to 12 are usual");
        }
        return Optional.of(hash);
    }

    private Map<Path, BearerToken> tokens() {
        Map<Path, BearerToken> tokens = new LinkedHashMap<>();
        web.secretList("bearer_token_files")
                .forEach(setting -> NamedFile.secret(setting)
                        .ifPresent(file -> NamedFile.content(setting, file)
                                .flatMap(content -> token(setting, content))
                                .ifPresent(token -> tokens.put(file, token))));
        return tokens;
    }

    private static Optional<BearerToken> token(Setting setting, byte[] content) {
        String token = new String(content, StandardCharsets.UTF_8).strip();
        return token.matches("[\\x21-\\x7e]{1,4000}")
                ? Optional.of(BearerToken.of(token))
                : setting.refuse("a file with a token in its only line", "the file is empty or holds something else");
    }

    private static Optional<RateLimit> rateLimit(Section section) {
        Optional<Duration> interval = section.setting("interval").flatMap(WebConfigBinding::interval);
        Optional<Setting> burst = section.setting("burst");
        if (interval.isEmpty() || interval.get().isZero()) {
            return Optional.empty();
        }
        if (burst.isEmpty()) {
            section.missing("burst", "how many requests may come at once", "burst: 20");
        }
        long most = Math.min(MOST_AT_ONCE, RateLimit.LONGEST.dividedBy(interval.get()));
        return burst.flatMap(setting -> setting.wholeNumber(1, most))
                .map(number -> new RateLimit(interval.get(), number.intValue()));
    }

    private static Optional<Duration> interval(Setting setting) {
        Optional<Duration> interval = GoNames.duration(setting.text());
        return interval.isPresent() && interval.get().compareTo(DurationText.LONGEST) <= 0
                ? interval
                : setting.refuse("a duration such as 1s, 500ms or 1m30s, or 0 for no limit", "write one");
    }
}
