package io.github.ticryptexporter.config;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The rule for the name of the header that carries a key: RFC 9110's token, and none that the client writes itself. */
final class HeaderName {

    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]{1,100}");

    private static final Set<String> OF_THE_CLIENT = Set.of(
            "accept",
            "accept-encoding",
            "connection",
            "content-length",
            "content-type",
            "expect",
            "host",
            "transfer-encoding",
            "upgrade",
            "user-agent");

    private HeaderName() {}

    static Optional<String> parse(Setting setting) {
        String name = setting.text();
        if (!TOKEN.matcher(name).matches()) {
            return setting.refuse("the name of a header", "write the name alone, without a colon and the key");
        }
        return OF_THE_CLIENT.contains(name.toLowerCase(Locale.ROOT))
                ? setting.refuse("a header that can carry a key", "write the one that the provider names")
                : Optional.of(name);
    }

    /** The word before a key, as in {@code Authorization: Bearer}. */
    static Optional<String> scheme(Setting setting) {
        return TOKEN.matcher(setting.text()).matches()
                ? Optional.of(setting.text())
                : setting.refuse("one word such as Bearer", "write the word alone, or remove the key");
    }
}
