package io.github.ticryptexporter.config;

import io.github.ticryptexporter.http.ClientAuth;
import io.github.ticryptexporter.http.ClientCertificates;
import io.github.ticryptexporter.http.NamedGroups;
import io.github.ticryptexporter.http.ServerTls;
import io.github.ticryptexporter.tls.Identity;
import io.github.ticryptexporter.tls.Trust;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Binds {@code tls_server_config} of the web configuration. */
final class WebTlsBinding {

    private static final List<String> CLIENT_AUTHS =
            Arrays.stream(ClientAuth.values()).map(ClientAuth::label).toList();

    private final Section tls;

    private WebTlsBinding(Section tls) {
        this.tls = tls;
    }

    /** None when the section is absent or was refused. */
    static Optional<ServerTls> settings(Section web) {
        return web.has("tls_server_config")
                ? new WebTlsBinding(web.section("tls_server_config")).settings()
                : Optional.empty();
    }

    private Optional<ServerTls> settings() {
        Optional<Identity> identity = identity();
        identity.ifPresent(this::checkValidity);
        ClientCertificates clients = clients();
        List<String> protocols = protocols();
        List<String> suites = names("cipher_suites", GoNames.CIPHER_SUITES, "a cipher suite that Go calls secure");
        boolean decides = tls.setting("prefer_server_cipher_suites")
                .flatMap(Setting::flag)
                .orElse(true);
        List<String> groups = names("curve_preferences", GoNames.CURVES, "one of " + list(GoNames.CURVES));
        if (!groups.isEmpty() && !NamedGroups.canBeChosen()) {
            tls.problem(
                    "curve_preferences needs Java 20 or later",
                    "remove it, or start an older Java with -Djdk.tls.namedGroups=" + String.join(",", groups));
        }
        return identity.map(own -> new ServerTls(own, clients, protocols, suites, decides, groups));
    }

    private static String list(Map<String, String> names) {
        return String.join(", ", names.keySet());
    }

    private Optional<Identity> identity() {
        Optional<PemText> certificate = pem("cert", "cert_file");
        Optional<PemText> key = pem("key", "key_file");
        if (certificate.isEmpty() || key.isEmpty()) {
            missing(
                    certificate,
                    "cert_file",
                    "the server's certificate, or cert with its PEM",
                    "cert_file: server.crt");
            missing(key, "key_file", "the certificate's key, or key with its PEM", "key_file: server.key");
            return Optional.empty();
        }
        return PemFiles.identity(certificate.get(), key.get());
    }

    private void missing(Optional<PemText> text, String key, String what, String example) {
        if (text.isEmpty()) {
            tls.missing(key, what, example);
        }
    }

    /** From a key with the text itself, or another with the path of a file, where the text itself may stand by mistake. */
    private Optional<PemText> pem(String inline, String inFile) {
        Optional<Setting> text = tls.secret(inline);
        Optional<Setting> file =
                tls.setting(inFile).filter(setting -> !setting.text().isBlank());
        if (file.filter(setting -> setting.text().contains("-----")).isPresent()) {
            file = tls.secret(inFile);
        }
        if (text.isPresent() && file.isPresent()) {
            tls.problem("expected one of " + inline + " and " + inFile + ", but was both", "write exactly one");
        }
        return text.isPresent()
                ? text.map(PemText::inline)
                : file.map(inline.equals("key") ? PemText::ofSecretFile : PemText::ofFile);
    }

    /** Clients refuse it; but a daemon that does not start for it is seen by nobody. */
    private void checkValidity(Identity identity) {
        try {
            identity.chain().get(0).checkValidity();
        } catch (CertificateExpiredException e) {
            tls.warning("the certificate has expired: clients will refuse it; renew it");
        } catch (CertificateNotYetValidException e) {
            tls.warning("the certificate is not valid yet: clients will refuse it until then");
        }
    }

    private ClientCertificates clients() {
        Optional<Trust> authorities = pem("client_ca", "client_ca_file").flatMap(PemFiles::trust);
        ClientAuth auth =
                tls.setting("client_auth_type").flatMap(this::clientAuth).orElse(ClientAuth.NO_CLIENT_CERT);
        Set<String> allowed = new LinkedHashSet<>();
        tls.settings("client_allowed_sans")
                .forEach(setting ->
                        setting.name().map(WebTlsBinding::asInCertificates).ifPresent(allowed::add));
        checkUse(auth);
        if (isOpenToAll(auth) && authorities.isEmpty() && !tls.has("client_ca_file") && !tls.has("client_ca")) {
            tls.warning("there is no client_ca_file: certificates of every authority that Java trusts are taken");
        }
        return new ClientCertificates(auth, authorities.orElse(null), allowed);
    }

    private static boolean isOpenToAll(ClientAuth auth) {
        return switch (auth) {
            case VERIFY_CLIENT_CERT_IF_GIVEN, REQUIRE_AND_VERIFY_CLIENT_CERT -> true;
            case NO_CLIENT_CERT, REQUEST_CLIENT_CERT, REQUIRE_ANY_CLIENT_CERT -> false;
        };
    }

    private Optional<ClientAuth> clientAuth(Setting setting) {
        // Another name from before Go had the other.
        String name = setting.text().equals("RequireClientCert") ? "RequireAnyClientCert" : setting.text();
        if (name.isEmpty()) {
            return Optional.empty();
        }
        Optional<ClientAuth> found = Arrays.stream(ClientAuth.values())
                .filter(auth -> auth.label().equals(name))
                .findFirst();
        return found.isPresent()
                ? found
                : setting.refuse("one of " + String.join(", ", CLIENT_AUTHS), nearest(name, CLIENT_AUTHS));
    }

    /** What is said about clients' certificates means nothing where none is asked for. */
    private void checkUse(ClientAuth auth) {
        for (String key : List.of("client_ca", "client_ca_file", "client_allowed_sans")) {
            if (auth == ClientAuth.NO_CLIENT_CERT && tls.has(key)) {
                tls.problem(
                        key + " says whose certificates are taken, but none is asked for",
                        "add \"client_auth_type: RequireAndVerifyClientCert\", or remove " + key);
            }
        }
        if (tls.has("client_allowed_sans")
                && tls.settings("client_allowed_sans").isEmpty()) {
            tls.problem("client_allowed_sans allows nobody", "add a name, or remove the key");
        }
    }

    /** An IPv6 address in the form in which the platform tells those of certificates. */
    private static String asInCertificates(String name) {
        try {
            return name.matches("[0-9A-Fa-f.]*:[0-9A-Fa-f:.]*")
                    ? InetAddress.getByName(name).getHostAddress()
                    : name;
        } catch (UnknownHostException e) {
            return name;
        }
    }

    private List<String> protocols() {
        List<String> names = List.copyOf(GoNames.VERSIONS.keySet());
        int least = version("min_version").map(names::indexOf).orElse(0);
        int most = version("max_version").map(names::indexOf).orElse(names.size() - 1);
        if (least > most) {
            tls.problem("expected a min_version up to max_version, but was a later one", "swap them");
            return ServerTls.DEFAULT_PROTOCOLS;
        }
        return List.copyOf(GoNames.VERSIONS.values()).subList(least, most + 1);
    }

    private Optional<String> version(String key) {
        Optional<Setting> setting = tls.setting(key);
        if (setting.isEmpty() || GoNames.VERSIONS.containsKey(setting.get().text())) {
            return setting.map(Setting::text);
        }
        boolean retired = GoNames.RETIRED_VERSIONS.contains(setting.get().text());
        return setting.get()
                .refuse(
                        "one of " + list(GoNames.VERSIONS),
                        retired ? "older versions are broken, and off in Java" : "write one of them");
    }

    private List<String> names(String key, Map<String, String> known, String expected) {
        List<String> names = new ArrayList<>();
        for (Setting setting : tls.settings(key)) {
            String name = known.get(setting.text());
            if (name == null) {
                setting.refuse(
                        expected,
                        nearest(setting.text(), known.keySet().stream().toList()));
            } else {
                names.add(name);
            }
        }
        return names;
    }

    private static String nearest(String word, List<String> known) {
        return "the nearest known one is " + Spelling.nearest(word, known).orElse("none");
    }
}
