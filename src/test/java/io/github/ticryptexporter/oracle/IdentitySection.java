package io.github.ticryptexporter.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Section 7: users of one identity provider against those of the site, joined by lower-cased login e-mail.
 *
 * <p>Ambiguous: an e-mail is ambiguous when it stands on more than one account of the site, or of the provider, whoever
 * has it on the other side. Somebody without an e-mail is found nowhere.
 */
final class IdentitySection {
    private final Site site;
    private final Series series;
    private final Provider provider;
    private final List<JsonNode> accounts;

    private IdentitySection(Site site, Series series, Provider provider, List<JsonNode> accounts) {
        this.site = site;
        this.series = series;
        this.provider = provider;
        this.accounts = accounts;
    }

    /** Adds the rows of every provider that holds data. */
    static void add(Site site, Series series) {
        for (Provider provider : Provider.values()) {
            site.raw()
                    .answer(provider.api(), "")
                    .ifPresent(answer -> new IdentitySection(site, series, provider, answer.elements()).add());
        }
    }

    private void add() {
        for (String state : provider.states()) {
            long count = accounts.stream()
                    .filter(account -> provider.state(account).equals(state))
                    .count();
            series.put("ticrypt_identity_users", count, "provider", provider.label(), "state", state);
        }
        site.users().ifPresent(users -> addJoined(users.elements()));
    }

    private void addJoined(List<JsonNode> users) {
        Set<String> ambiguous = new TreeSet<>(twice(users.stream().map(IdentitySection::logins)));
        ambiguous.addAll(twice(accounts.stream().map(provider::emails)));
        Map<String, JsonNode> accountsByEmail = new HashMap<>();
        accounts.forEach(account -> provider.emails(account).forEach(email -> accountsByEmail.put(email, account)));
        List<JsonNode> clear = users.stream()
                .filter(user -> logins(user).stream().noneMatch(ambiguous::contains))
                .toList();
        List<Joined> active = joined(clear, accountsByEmail, UserSection::isActive);
        List<Joined> others = joined(clear, accountsByEmail, user -> !UserSection.isActive(user));
        drift("active_but_disabled", count(active, this::isDisabled));
        drift("active_but_unknown", count(active, joined -> joined.account() == null));
        drift("deactivated_but_enabled", count(others, this::isEnabled));
        drift("ambiguous", ambiguous.size());
        addMatchRatio(active);
        addVms(active);
    }

    /** A user and the provider's account, null where there is none. */
    private record Joined(JsonNode user, @Nullable JsonNode account) {}

    private static List<Joined> joined(
            List<JsonNode> users, Map<String, JsonNode> accountsByEmail, Predicate<JsonNode> wanted) {
        return users.stream()
                .filter(wanted)
                .map(user -> new Joined(
                        user,
                        logins(user).stream()
                                .flatMap(email -> Stream.ofNullable(accountsByEmail.get(email)))
                                .findFirst()
                                .orElse(null)))
                .toList();
    }

    private boolean isDisabled(Joined joined) {
        return joined.account() != null && provider.isDisabled(joined.account());
    }

    private boolean isEnabled(Joined joined) {
        return joined.account() != null && provider.isEnabled(joined.account());
    }

    private static long count(List<Joined> all, Predicate<Joined> isSo) {
        return all.stream().filter(isSo).count();
    }

    private void drift(String kind, long count) {
        series.put("ticrypt_identity_drift_users", count, "provider", provider.label(), "kind", kind);
    }

    /** Ambiguous: without anybody to be found there is no share. */
    private void addMatchRatio(List<Joined> active) {
        if (!active.isEmpty()) {
            double found = count(active, joined -> joined.account() != null);
            series.put("ticrypt_identity_match_ratio", found / active.size(), "provider", provider.label());
        }
    }

    private void addVms(List<Joined> active) {
        if (site.holdsInEveryRealm("vms")) {
            Set<String> disabled = new HashSet<>();
            active.stream().filter(this::isDisabled).forEach(joined -> disabled.add(Json.id(joined.user())));
            long vms = site.everyVm().stream()
                    .filter(vm -> site.ownerOf(vm).filter(disabled::contains).isPresent())
                    .count();
            series.put("ticrypt_identity_drift_vms", vms, "provider", provider.label());
        }
    }

    /** One login or none. */
    private static Set<String> logins(JsonNode user) {
        return Json.text(user, "email").map(Provider::lowerCased).map(Set::of).orElse(Set.of());
    }

    private static Set<String> twice(Stream<Set<String>> emailsOfEach) {
        Map<String, Integer> counts = new HashMap<>();
        emailsOfEach.forEach(emails -> emails.forEach(email -> counts.merge(email, 1, Integer::sum)));
        counts.values().removeIf(count -> count < 2);
        return counts.keySet();
    }
}
