package io.github.ticryptexporter.config;

import java.net.InetSocketAddress;
import java.util.Optional;

/** The rule for a proxy's address. */
final class ProxyAddress {
    private ProxyAddress() {}

    /** Unresolved, so that the client asks the resolver at every connection and not once at start. */
    static Optional<InetSocketAddress> parse(Setting setting) {
        return BaseUrl.bare(setting.text())
                .filter(url -> "http".equals(url.getScheme()) && url.getPort() > 0)
                .filter(url -> url.getRawPath().isEmpty() || url.getRawPath().equals("/"))
                .map(url -> InetSocketAddress.createUnresolved(url.getHost(), url.getPort()))
                .or(() -> setting.refuse(
                        "http://HOST:PORT without a user", "write for example http://proxy.example.edu:3128"));
    }
}
