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
 * MonoCloud's users, page by page, as its management API documents them. An account is found by any of its addresses,
 * primary or not, verified or not: a login that only looks unknown would be a false alarm.
 */
final class MonoCloudListing implements Listing {

    /** Accounts that a page is asked to hold; the provider may give fewer. */
    private static final int PAGE_SIZE = 100;

    @Override
    public String path() {
        return "/api/users";
    }

    @Override
    public String query(int page) {
        return "?page=" + page + "&size=" + PAGE_SIZE;
    }

    @Override
    public AnswerForm<IdentityUser> form() {
        return new AnswerForm<>(false, MonoCloudListing::account, IdentityUser::id, Set.of());
    }

    private static @Nullable IdentityUser account(Fields in) throws IOException {
        String id = null;
        Boolean disabled = null;
        Set<String> emails = null;
        while (in.next()) {
            switch (in.name()) {
                case "user_id" -> id = in.id();
                case "disabled" -> disabled = in.flag();
                case "emails" -> emails = in.textOfEach("email");
                default -> {}
            }
        }
        Set<LoginEmail> addresses = LoginEmail.allOf(Objects.requireNonNullElse(emails, Set.of()));
        String key = AccountKey.of(id, addresses);
        if (key == null) {
            return null;
        }
        in.promised("disabled", disabled);
        in.promised("emails", emails);
        AccountState state = Boolean.TRUE.equals(disabled) ? AccountState.DISABLED : AccountState.ENABLED;
        return new IdentityUser(key, addresses, state);
    }

    @Override
    public Next next(Attempt<IdentityUser> attempt) {
        return attempt.header("X-Pagination").map(Pagination::next).orElse(Next.NOT_SAID);
    }
}
