package io.github.ticryptexporter.identity;

import io.github.ticryptexporter.api.AnswerForm;
import io.github.ticryptexporter.api.Attempt;
import io.github.ticryptexporter.api.Fields;
import io.github.ticryptexporter.fleet.AccountState;
import io.github.ticryptexporter.fleet.IdentityUser;
import io.github.ticryptexporter.fleet.LoginEmail;
import java.io.IOException;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Allthenticate's users, in one answer. The only sample in its documentation is no JSON, so nothing but the fields below
 * is relied upon, and none of them but an id or an address is insisted on.
 */
final class AllthenticateListing implements Listing {

    @Override
    public String path() {
        return "/multipleusers";
    }

    @Override
    public String query(int page) {
        return "";
    }

    @Override
    public AnswerForm<IdentityUser> form() {
        return new AnswerForm<>(false, AllthenticateListing::account, IdentityUser::id, Set.of());
    }

    private static @Nullable IdentityUser account(Fields in) throws IOException {
        String id = null;
        String uniqueId = null;
        String email = null;
        DeviceStatus device = null;
        String emailStatus = null;
        while (in.next()) {
            switch (in.name()) {
                case "user_id" -> id = in.id();
                case "unique_id" -> uniqueId = in.id();
                case "email" -> email = in.text();
                case "ad_status" -> device = in.named(DeviceStatus::named, DeviceStatus.OTHER);
                case "email_status" -> emailStatus = in.text();
                default -> {}
            }
        }
        Set<LoginEmail> addresses = LoginEmail.allOf(email == null ? Set.of() : Set.of(email));
        String key = AccountKey.of(id == null || id.isEmpty() ? uniqueId : id, addresses);
        if (key == null) {
            return null;
        }
        in.promised("email", email);
        in.promised("email_status", emailStatus);
        return new IdentityUser(key, addresses, state(device, Objects.requireNonNullElse(emailStatus, "")));
    }

    private static AccountState state(@Nullable DeviceStatus device, String emailStatus) {
        if (device == DeviceStatus.SUSPENDED || emailStatus.equals("SUSPENDED")) {
            return AccountState.SUSPENDED;
        }
        if (!emailStatus.equals("CONFIRMED")) {
            return AccountState.UNCONFIRMED;
        }
        return device == DeviceStatus.ACTIVE ? AccountState.ACTIVE : AccountState.OTHER;
    }

    @Override
    public Next next(Attempt<IdentityUser> attempt) {
        return Next.NONE;
    }
}
