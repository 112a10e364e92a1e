package io.github.ticryptexporter.tls;

/** PEM that cannot be used; the message tells how to mend it and quotes nothing. */
public final class PemException extends Exception {
    private static final long serialVersionUID = 1L;

    PemException(String mend) {
        super(mend);
    }

    /** How to mend it, as a clause; never null, which {@link #getMessage} may be. */
    public String mend() {
        return String.valueOf(getMessage());
    }
}
