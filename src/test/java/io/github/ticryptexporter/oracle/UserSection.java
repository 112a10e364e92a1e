package io.github.ticryptexporter.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Section 6, users: how many in which state, and who among them needs a look. */
final class UserSection {
    private static final int NAMED_VALUES = 10;

    /** Ambiguous: letters and digits are those of ASCII. */
    private static final Pattern BOUNDED = Pattern.compile("[A-Za-z0-9 _-]{1,40}");

    private static final List<String> CAUSES =
            List.of("Admin", "FailedPassword", "Timeout", "XSS", "Registration", "other");

    private final Site site;
    private final Series series;

    UserSection(Site site, Series series) {
        this.site = site;
        this.series = series;
    }

    void add() {
        site.users().ifPresent(answer -> addUsers(answer.elements(), answer.at()));
    }

    static boolean isActive(JsonNode user) {
        return Json.text(user, "state").filter("Active"::equals).isPresent();
    }

    private void addUsers(List<JsonNode> users, Instant now) {
        List<JsonNode> active = users.stream().filter(UserSection::isActive).toList();
        List<JsonNode> others = users.stream().filter(user -> !isActive(user)).toList();
        Ranking.commonest(NAMED_VALUES, bounded(users, "state"))
                .forEach((state, count) -> series.put("ticrypt_users", count, "state", state));
        Ranking.commonest(NAMED_VALUES, bounded(users, "role"))
                .forEach((role, count) -> series.put("ticrypt_users_by_role", count, "role", role));
        addCauses(users);
        addLogins(users, now);
        addExpiring(active, now);
        addRisks(active, now);
        addHygiene(active, others, now);
    }

    /**
     * Ambiguous: a missing or empty state or role is {@code unknown}, as a missing {@code protocolVer} is, and a value that
     * may not become a label competes for no rank.
     */
    private static List<String> bounded(List<JsonNode> users, String field) {
        return users.stream()
                .map(user -> Json.text(user, field).orElse("unknown"))
                .map(value -> BOUNDED.matcher(value).matches() ? value : Ranking.REST)
                .toList();
    }

    private void addCauses(List<JsonNode> users) {
        for (String cause : CAUSES) {
            long count = count(
                    users,
                    user -> Json.folded(user, "deactivationType", CAUSES, "").equals(cause));
            series.put("ticrypt_users_deactivated", count, "cause", cause);
        }
    }

    private void addLogins(List<JsonNode> users, Instant now) {
        for (int days : List.of(1, 7, 30, 90)) {
            long count =
                    count(users, user -> Ages.inTheLast(Duration.ofDays(days), Json.millis(user, "lastLogin"), now));
            series.put("ticrypt_users_logged_in", count, "within", days + "d");
        }
    }

    private void addExpiring(List<JsonNode> active, Instant now) {
        for (int days : List.of(7, 30)) {
            long count = count(
                    active, user -> Ages.inTheComing(Duration.ofDays(days), Json.millis(user, "expiration"), now));
            series.put("ticrypt_users_expiring", count, "within", days + "d");
        }
    }

    private void addRisks(List<JsonNode> active, Instant now) {
        risk("expired_active", count(active, user -> Ages.passed(Json.millis(user, "expiration"), now)));
        risk(
                "never_escrowed",
                count(active, user -> Json.millis(user, "lastEscrow").isEmpty() && !Json.isTrue(user, "neverEscrow")));
        risk(
                "stale_90d",
                count(active, user -> Ages.atLeast(Duration.ofDays(90), firstOf(user, "lastLogin", "joined"), now)));
        site.teams().ifPresent(teams -> {
            Set<String> members = new HashSet<>();
            teams.elements().forEach(team -> members.addAll(TeamSection.members(team)));
            risk("no_team", count(active, user -> !members.contains(Json.id(user))));
        });
    }

    private void risk(String kind, long count) {
        series.put("ticrypt_users_risk", count, "kind", kind);
    }

    private void addHygiene(List<JsonNode> active, List<JsonNode> others, Instant now) {
        hygiene(
                "tos_never_accepted",
                count(active, user -> Json.millis(user, "tosAccepted").isEmpty()));
        hygiene(
                "password_older_365d",
                count(active, user -> Ages.atLeast(Duration.ofDays(365), Json.millis(user, "passChanged"), now)));
        hygiene("lock_expired", count(others, user -> Ages.passed(Json.millis(user, "deactivatedUntil"), now)));
    }

    private void hygiene(String kind, long count) {
        series.put("ticrypt_users_hygiene", count, "kind", kind);
    }

    private static OptionalLong firstOf(JsonNode user, String field, String orElse) {
        OptionalLong first = Json.millis(user, field);
        return first.isPresent() ? first : Json.millis(user, orElse);
    }

    private static long count(List<JsonNode> users, Predicate<JsonNode> isSo) {
        return users.stream().filter(isSo).count();
    }
}
