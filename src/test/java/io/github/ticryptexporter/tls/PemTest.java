package io.github.ticryptexporter.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ticryptexporter.testing.Certificates;
import io.github.ticryptexporter.testing.Tool;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PemTest {

    @TempDir
    Path folder;

    /** Keys as administrators make them, each with a certificate of its own. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            RSA 2048, PKCS#8  | genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -out KEY
            RSA 2048, PKCS#1  | genrsa -traditional -out KEY 2048
            RSA 4096, PKCS#1  | genrsa -traditional -out KEY 4096
            P-256, PKCS#8     | genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out KEY
            P-256, SEC 1      | ecparam -name prime256v1 -genkey -noout -out KEY
            P-384, parameters | ecparam -name secp384r1 -genkey -out KEY
            P-521, SEC 1      | ecparam -name secp521r1 -genkey -noout -out KEY
            Ed25519           | genpkey -algorithm ED25519 -out KEY
            Ed448             | genpkey -algorithm ED448 -out KEY
            """)
    void aKeyOfEveryFormIsReadAndFitsItsCertificate(String form, String made) throws Exception {
        Path key = folder.resolve("key.pem");
        Path certificate = folder.resolve("certificate.pem");
        openssl(made.replace("KEY", key.toString()));
        openssl("req -x509 -key " + key + " -subj /CN=invented.example.edu -out " + certificate);
        List<X509Certificate> chain = Pem.certificates(Files.readAllBytes(certificate));
        PrivateKey read = Pem.privateKey(Files.readAllBytes(key));

        assertTrue(new Identity("", "", chain, read).isPair(), form);
    }

    private static void openssl(String arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(Tool.require("openssl").toString()));
        command.addAll(List.of(arguments.split(" ")));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
    }

    @Test
    void aKeyOfAnotherCertificateIsNoPair() throws Exception {
        Certificates certificates = new Certificates(folder);
        certificates.make("one");
        certificates.make("other");
        certificates.makeWith("RSA", "third");
        List<X509Certificate> one = Pem.certificates(Files.readAllBytes(certificates.certificate("one")));

        assertTrue(new Identity("", "", one, key(certificates, "one")).isPair());
        assertFalse(new Identity("", "", one, key(certificates, "other")).isPair());
        assertFalse(new Identity("", "", one, key(certificates, "third")).isPair());
        assertEquals(
                "Identity[a, 1 certificates, key ***]",
                new Identity("a", "b", one, key(certificates, "one")).toString());
    }

    private static PrivateKey key(Certificates certificates, String name) throws Exception {
        return Pem.privateKey(Files.readAllBytes(certificates.key(name)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                                                                              | put a "-----BEGIN PRIVATE KEY-----" block into it
            -----BEGIN PRIVATE KEY-----A                                                    | put a "-----BEGIN PRIVATE KEY-----" block into it
            -----BEGIN PRIVATE KEY-----A=A-----END PRIVATE KEY-----                         | the key in it is damaged, or not of RSA, EC or EdDSA
            -----BEGIN RSA PRIVATE KEY-----AAAA-----END RSA PRIVATE KEY-----                | the key in it is damaged, or not of RSA, EC or EdDSA
            -----BEGIN EC PRIVATE KEY-----MIGH-----END EC PRIVATE KEY-----                  | the key in it is damaged, or not of RSA, EC or EdDSA
            -----BEGIN ENCRYPTED PRIVATE KEY-----AAAA-----END ENCRYPTED PRIVATE KEY-----    | it is encrypted; decrypt it with openssl pkcs8 -topk8 -nocrypt
            '-----BEGIN RSA PRIVATE KEY-----Proc-Type: 4,ENCRYPTED AA-----END RSA PRIVATE KEY-----' | it is encrypted; decrypt it with openssl pkcs8 -topk8 -nocrypt
            """)
    void whatIsNoKeyIsRefusedWithTheMend(String pem, String mend) {
        byte[] bytes = pem.getBytes(StandardCharsets.UTF_8);
        assertEquals(
                mend,
                assertThrows(PemException.class, () -> Pem.privateKey(bytes)).mend());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''      | put "-----BEGIN CERTIFICATE-----" blocks into it
            -----BEGIN CERTIFICATE-----AAAA-----END CERTIFICATE----- | a certificate in it is damaged; put whole "-----BEGIN CERTIFICATE-----" blocks in
            """)
    void whatIsNoCertificateIsRefusedWithTheMend(String pem, String mend) {
        byte[] bytes = pem.getBytes(StandardCharsets.UTF_8);
        assertEquals(
                mend,
                assertThrows(PemException.class, () -> Pem.certificates(bytes)).mend());
    }
}
