package io.github.ticryptexporter.http;

import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;

/** Judges what requests present, and never waits: a password that is seen for the first time is judged later. */
final class Authenticator {
    private final PasswordChecks passwords;

    Authenticator(PasswordChecks passwords) {
        this.passwords = passwords;
    }

    /** @param then is told the verdict, now or later on a thread that must not be held up */
    void judge(Authentication wanted, Request request, Consumer<Verdict> then) {
        if (!wanted.isAsked()) {
            then.accept(Verdict.WELCOME);
            return;
        }
        Optional<Credentials> presented = Credentials.of(request.getHeaders().getValuesList(HttpHeader.AUTHORIZATION));
        if (presented.isEmpty()) {
            then.accept(Verdict.NO_CREDENTIALS);
        } else if (presented.get() instanceof Credentials.Basic basic
                && !wanted.users().isEmpty()) {
            passwords.check(wanted.users(), new Attempt(basic, Request.getRemoteAddr(request)), then);
        } else {
            then.accept(isToken(wanted, presented.get()) ? Verdict.WELCOME : Verdict.WRONG_CREDENTIALS);
        }
    }

    /** A password, and who sent it. */
    record Attempt(Credentials.Basic basic, String address) {}

    /** Compares with each, so that the time tells nothing. */
    private static boolean isToken(Authentication wanted, Credentials presented) {
        return presented instanceof Credentials.Bearer bearer
                && wanted.tokens().values().stream()
                                .filter(token -> token.isSameAs(bearer.token()))
                                .count()
                        > 0;
    }
}
