package io.github.ticryptexporter.tls;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Certificates and private keys in PEM, RFC 7468, and in the two older forms of keys that {@code openssl} still writes. */
public final class Pem {

    private static final Pattern KEY = Pattern.compile(
            "-----BEGIN (|RSA |EC |ENCRYPTED )PRIVATE KEY-----(.*?)-----END \\1PRIVATE KEY-----", Pattern.DOTALL);

    /** Lines such as {@code Proc-Type: 4,ENCRYPTED} at the head of an older form. */
    private static final Pattern HEADER = Pattern.compile("(?m)^[A-Za-z-]+: .*$");

    private static final List<String> ALGORITHMS = List.of("RSA", "EC", "EdDSA");
    private static final String DECRYPT = "it is encrypted; decrypt it with openssl pkcs8 -topk8 -nocrypt";

    private Pem() {}

    /**
     * The certificates in their order, at least one.
     *
     * @throws PemException when there is none, or something that is none
     */
    public static List<X509Certificate> certificates(byte[] pem) throws PemException {
        try {
            List<X509Certificate> certificates =
                    CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(pem)).stream()
                            .map(X509Certificate.class::cast)
                            .toList();
            if (!certificates.isEmpty()) {
                return certificates;
            }
        } catch (CertificateException e) {
            throw new PemException(
                    "a certificate in it is damaged; put whole \"-----BEGIN CERTIFICATE-----\" blocks in");
        }
        throw new PemException("put \"-----BEGIN CERTIFICATE-----\" blocks into it");
    }

    /**
     * The first private key: PKCS#8, PKCS#1 or SEC 1, not encrypted.
     *
     * @throws PemException when there is none, or one that cannot be used
     */
    public static PrivateKey privateKey(byte[] pem) throws PemException {
        Matcher block = KEY.matcher(new String(pem, StandardCharsets.ISO_8859_1));
        if (!block.find()) {
            throw new PemException("put a \"-----BEGIN PRIVATE KEY-----\" block into it");
        }
        String form = block.group(1).strip();
        String content = block.group(2);
        if (form.equals("ENCRYPTED") || content.contains("ENCRYPTED")) {
            throw new PemException(DECRYPT);
        }
        return decoded(HEADER.matcher(content).replaceAll(""))
                .flatMap(der -> privateKey(form, der))
                .orElseThrow(() -> new PemException("the key in it is damaged, or not of RSA, EC or EdDSA"));
    }

    private static Optional<byte[]> decoded(String base64) {
        try {
            return Optional.of(Base64.getMimeDecoder().decode(base64));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<PrivateKey> privateKey(String form, byte[] der) {
        return switch (form) {
            case "RSA" -> ofPkcs8(Pkcs8.ofRsa(der));
            case "EC" -> Pkcs8.ofEc(der).flatMap(Pem::ofPkcs8);
            default -> ofPkcs8(der);
        };
    }

    private static Optional<PrivateKey> ofPkcs8(byte[] pkcs8) {
        PKCS8EncodedKeySpec key = new PKCS8EncodedKeySpec(pkcs8);
        return ALGORITHMS.stream()
                .flatMap(algorithm -> privateKey(algorithm, key))
                .findFirst();
    }

    private static Stream<PrivateKey> privateKey(String algorithm, PKCS8EncodedKeySpec key) {
        try {
            return Stream.of(KeyFactory.getInstance(algorithm).generatePrivate(key));
        } catch (GeneralSecurityException e) {
            return Stream.empty();
        }
    }
}
