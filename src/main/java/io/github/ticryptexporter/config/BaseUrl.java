package io.github.ticryptexporter.config;

import io.github.ticryptexporter.findings.Cidr;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The rules for {@code base-url}, the most important being that tokens and keys do not travel in clear text. */
final class BaseUrl {

    private static final List<Cidr> LOOPBACK = List.of(Cidr.parse("127.0.0.0/8"), Cidr.parse("::1/128"));

    private BaseUrl() {}

    /**
     * The address without a slash at its end.
     *
     * @param secrets what travels there, in plural
     */
    static Optional<URI> parse(Setting setting, boolean plainAllowed, String secrets) {
        Optional<URI> url = bare(setting.text().replaceAll("/+$", ""));
        if (url.isEmpty() || !isHttp(url.get())) {
            return setting.refuse(
                    "an address such as https://api.example.edu, without user, query and fragment", "write one");
        }
        if (!isPlain(url.get()) || isLoopback(url.get())) {
            return url;
        }
        if (!plainAllowed) {
            return setting.refuse(
                    "https, since the " + secrets + " would travel in clear text",
                    "write https, or set ticrypt.allow-plain-http: true");
        }
        setting.warning("the " + secrets + " travel in clear text (ticrypt.allow-plain-http)");
        return url;
    }

    /** An absolute address with a host and nothing beyond port and path. */
    static Optional<URI> bare(String text) {
        try {
            URI url = new URI(text);
            boolean bare = url.getHost() != null
                    && url.getRawUserInfo() == null
                    && url.getRawQuery() == null
                    && url.getRawFragment() == null;
            return bare && url.getPort() <= 65535 ? Optional.of(url) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static boolean isHttp(URI url) {
        return isPlain(url) || "https".equals(scheme(url));
    }

    static boolean isPlain(URI url) {
        return "http".equals(scheme(url));
    }

    private static String scheme(URI url) {
        return String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
    }

    /** Decided by the text alone: a name that only resolves to loopback today is not trusted with a token. */
    static boolean isLoopback(URI url) {
        String host = url.getHost().replaceAll("[\\[\\]]", "");
        return host.equals("localhost") || LOOPBACK.stream().anyMatch(network -> network.contains(host));
    }
}
