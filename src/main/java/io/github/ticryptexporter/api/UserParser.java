package io.github.ticryptexporter.api;

import io.github.ticryptexporter.fleet.DeactivationType;
import io.github.ticryptexporter.fleet.FreeText;
import io.github.ticryptexporter.fleet.LoginEmail;
import io.github.ticryptexporter.fleet.UserInfo;
import java.io.IOException;
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
        long joined = Fields.NONE;
        long lastLogin = Fields.NONE;
        Boolean neverEscrow = null;
        long lastEscrow = Fields.NONE;
        long tosAccepted = Fields.NONE;
        long passChanged = Fields.NONE;
        long expiration = Fields.NONE;
        long deactivatedUntil = Fields.NONE;
        while (in.next()) {
            switch (in.name()) {
                case "id" -> id = in.sharedText();
                case "email" -> email = in.written(FreeText.LOGIN_EMAILS);
                case "state" -> state = in.sharedText();
                case "role" -> role = in.sharedText();
                case "deactivationType" -> deactivationType = in.named(DeactivationType::named, DeactivationType.OTHER);
                case "joined" -> joined = in.millis();
                case "lastLogin" -> lastLogin = in.millis();
                case "neverEscrow" -> neverEscrow = in.flag();
                case "lastEscrow" -> lastEscrow = in.millis();
                case "tosAccepted" -> tosAccepted = in.millis();
                case "passChanged" -> passChanged = in.millis();
                case "expiration" -> expiration = in.millis();
                case "deactivatedUntil" -> deactivatedUntil = in.millis();
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
                tosAccepted != Fields.NONE,
                passChanged,
                expiration,
                deactivatedUntil);
    }
}
