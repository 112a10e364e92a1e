package io.github.ticryptexporter.http;

/** Whether clients have to show certificates, by the names that Go's {@code crypto/tls} gives it. */
public enum ClientAuth {
    /** None is asked for. */
    NO_CLIENT_CERT("NoClientCert"),
    /** One is asked for, and whatever comes, if anything, is taken. */
    REQUEST_CLIENT_CERT("RequestClientCert"),
    /** Some certificate has to come, whoever issued it. */
    REQUIRE_ANY_CLIENT_CERT("RequireAnyClientCert"),
    /** If one comes, a trusted authority must have issued it. */
    VERIFY_CLIENT_CERT_IF_GIVEN("VerifyClientCertIfGiven"),
    /** One has to come, and a trusted authority must have issued it. */
    REQUIRE_AND_VERIFY_CLIENT_CERT("RequireAndVerifyClientCert");

    private final String label;

    ClientAuth(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    boolean isAsked() {
        return this != NO_CLIENT_CERT;
    }

    /** Whether no connection comes up without one. */
    public boolean isRequired() {
        return this == REQUIRE_ANY_CLIENT_CERT || this == REQUIRE_AND_VERIFY_CLIENT_CERT;
    }

    boolean isVerified() {
        return this == VERIFY_CLIENT_CERT_IF_GIVEN || this == REQUIRE_AND_VERIFY_CLIENT_CERT;
    }
}
