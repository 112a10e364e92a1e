package io.github.ticryptexporter.findings;

import io.github.ticryptexporter.fleet.FleetSnapshot;
import io.github.ticryptexporter.fleet.Reading;
import io.github.ticryptexporter.fleet.UserInfo;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What follows from the list of users, judged at the instant of the list.
 *
 * @param flaws number of users by flaw, zeros included; {@link AccountFlaw#NO_TEAM} means nothing while the teams are not
 *     known
 * @param inactive ids of the users in the list who are not active
 */
public record UserFindings(Map<AccountFlaw, Long> flaws, Set<String> inactive) {

    private static final UserFindings NONE = new UserFindings(Map.of(), Set.of());

    /** Nothing while the users are not known. */
    static UserFindings of(FleetSnapshot fleet) {
        Set<String> members = fleet.teams().stream()
                .flatMap(teams -> teams.items().stream())
                .flatMap(team -> team.members().stream())
                .collect(Collectors.toSet());
        return fleet.users().map(users -> of(users, members)).orElse(NONE);
    }

    private static UserFindings of(Reading<UserInfo> users, Set<String> members) {
        Set<String> inactive = users.items().stream()
                .filter(user -> !user.isActive())
                .map(UserInfo::id)
                .collect(Collectors.toSet());
        return new UserFindings(flaws(users, members), inactive);
    }

    private static Map<AccountFlaw, Long> flaws(Reading<UserInfo> users, Set<String> members) {
        Map<AccountFlaw, Long> flaws = new EnumMap<>(AccountFlaw.class);
        for (AccountFlaw flaw : AccountFlaw.values()) {
            long flawed = users.items().stream()
                    .filter(user -> flaw.isIn(user, users.judgedAt(), members))
                    .count();
            flaws.put(flaw, flawed);
        }
        return flaws;
    }
}
