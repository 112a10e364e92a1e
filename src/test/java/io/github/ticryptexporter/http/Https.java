package io.github.ticryptexporter.http;

import io.github.ticryptexporter.testing.Certificates;
import io.github.ticryptexporter.tls.Identity;
import io.github.ticryptexporter.tls.Pem;
import io.github.ticryptexporter.tls.Trust;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import javax.net.ssl.SSLContext;

/** Certificates of a server, of clients and of the authorities behind them, made once for all tests of a class. */
final class Https {
    private final Certificates site;
    private final Certificates elsewhere;

    private Https(Certificates site, Certificates elsewhere) {
        this.site = site;
        this.elsewhere = elsewhere;
    }

    /** For a server alone. */
    static Https ofServer(Path directory) throws Exception {
        Https https = new Https(
                new Certificates(Files.createDirectory(directory.resolve("site"))),
                new Certificates(Files.createDirectory(directory.resolve("elsewhere"))));
        https.site.make("server", "-ext", "san=ip:127.0.0.1");
        return https;
    }

    /** The site's authority has a double elsewhere, which is called the same. */
    static Https in(Path directory) throws Exception {
        Https https = ofServer(directory);
        https.site.make("renewed", "-ext", "san=ip:127.0.0.1");
        https.site.make("authority", "-ext", "bc:c");
        https.site.make(
                "client",
                "-signer",
                "authority",
                "-ext",
                "san=dns:scraper.example.edu,ip:192.0.2.42,ip:2001:db8::42,email:ops@example.edu,uri:spiffe://example.edu/scraper");
        https.site.make("expired", "-signer", "authority", "-startdate", "-30d", "-validity", "10");
        https.elsewhere.make("authority", "-ext", "bc:c");
        https.elsewhere.make("impostor", "-signer", "authority");
        return https;
    }

    Identity identity(String name) throws Exception {
        return new Identity(
                "",
                "",
                Pem.certificates(Files.readAllBytes(site.certificate(name))),
                Pem.privateKey(Files.readAllBytes(site.key(name))));
    }

    Trust authority() throws Exception {
        return new Trust("", Pem.certificates(Files.readAllBytes(site.certificate("authority"))));
    }

    /** A client's side: shows the one certificate, and expects the other of the server. */
    SSLContext client(String name, String server) throws Exception {
        return switch (name) {
            case "none" -> site.onlyTrusting(server);
            case "impostor" -> elsewhere.context(name, site, server);
            default -> site.context(name, server);
        };
    }

    static WebSecurity with(ServerTls tls) {
        return new WebSecurity(tls, Authentication.NONE, Map.of(), null);
    }

    ServerTls server() throws Exception {
        return server(ClientCertificates.NONE);
    }

    ServerTls server(ClientCertificates clients) throws Exception {
        return ServerTls.of(identity("server"), clients);
    }

    ClientCertificates clients(ClientAuth auth, String... names) throws Exception {
        return new ClientCertificates(auth, authority(), Set.of(names));
    }
}
