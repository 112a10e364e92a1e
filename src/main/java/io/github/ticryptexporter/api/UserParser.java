package io.github.ticryptexporter.api;

import io.github.ticryptexporter.fleet.DeactivationType;
import io.github.ticryptexporter.fleet.FreeText;
import io.github.ticryptexporter.fleet.LoginEmail;
import io.github.ticryptexporter.fleet.UserInfo;
import java.io.IOException;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code UserInfo} of the API document. */
final class UserParser {
    private UserParser() {}

    static @Nullable UserInfo parse(Fields in) throws IOException {
        String id = null;
        String email = null;
        String state = null;
        String role = null;
        DeactivationType deactivationType = null;
        Instant joined = null;
        Instant lastLogin = null;
        Boolean neverEscrow = null;
        Instant lastEscrow = null;
        Instant tosAccepted = null;
        Instant passChanged = null;
        Instant expiration = null;
        Instant deactivatedUntil = null;
        while (in.next()) {
            switch (in.name()) {
                case "id" -> id = in.text();
                case "email" -> email = in.written(FreeText.LOGIN_EMAILS);
                case "state" -> state = in.sharedText();
                case "role" -> role = in.sharedText();
                case "deactivationType" -> deactivationType = in.named(DeactivationType::named, DeactivationType.OTHER);
                case "joined" -> joined = in.time();
                case "lastLogin" -> lastLogin = in.time();
                case "neverEscrow" -> neverEscrow = in.flag();
                case "lastEscrow" -> lastEscrow = in.time();
                case "tosAccepted" -> tosAccepted = in.time();
                case "passChanged" -> passChanged = in.time();
                case "expiration" -> expiration = in.time();
                case "deactivatedUntil" -> deactivatedUntil = in.time();
                default -> {}
            }
        }
        if (id == null || id.isEmpty()) {
            return null;
        }
        in.promised("email", email);
        in.promised("state", state);
        in.promised("role", role);
        in.promised("joined", joined);
        return new UserInfo(
                id,
                LoginEmail.of(Objects.requireNonNullElse(email, "")).orElse(null),
                Objects.requireNonNullElse(state, ""),
                Objects.requireNonNullElse(role, ""),
                deactivationType,
                joined,
                lastLogin,
                Boolean.TRUE.equals(neverEscrow),
                lastEscrow,
                tosAccepted != null,
                passChanged,
                expiration,
                deactivatedUntil);
    }
}
