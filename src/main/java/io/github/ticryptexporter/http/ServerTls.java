package io.github.ticryptexporter.http;

import io.github.ticryptexporter.tls.Identity;
import java.util.List;

/**
 * How connections are encrypted.
 *
 * @param protocols the platform's names, such as {@code TLSv1.3}; at least one
 * @param cipherSuites for TLS 1.2, the platform's names, the preferred one first; empty for those with forward secrecy and
 *     authenticated encryption. TLS 1.3 has none but good ones, all of which are on.
 * @param decidesSuite whether the own order of preference counts and not the client's
 * @param groups for the exchange of keys, the platform's names, the preferred one first; empty for the platform's choice
 */
public record ServerTls(
        Identity identity,
        ClientCertificates clients,
        List<String> protocols,
        List<String> cipherSuites,
        boolean decidesSuite,
        List<String> groups) {

    /** What is offered where nothing else is said. */
    public static final List<String> DEFAULT_PROTOCOLS = List.of("TLSv1.2", "TLSv1.3");

    public ServerTls {
        protocols = List.copyOf(protocols);
        cipherSuites = List.copyOf(cipherSuites);
        groups = List.copyOf(groups);
        if (protocols.isEmpty()) {
            throw new IllegalArgumentException("no version of TLS");
        }
    }

    /** Two certificates, usual protocols. */
    public static ServerTls of(Identity identity, ClientCertificates clients) {
        return new ServerTls(identity, clients, DEFAULT_PROTOCOLS, List.of(), true, List.of());
    }
}
