package io.github.ticryptexporter.findings;

import io.github.ticryptexporter.fleet.FleetSnapshot;
import io.github.ticryptexporter.fleet.LookedUp;
import io.github.ticryptexporter.fleet.Quota;
import io.github.ticryptexporter.fleet.TeamInfo;
import java.util.HashMap;
import java.util.Map;

/** What each listed team may take: from the list, or from the look-up where an older backend's list is silent. */
final class TeamQuotas {
    private TeamQuotas() {}

    /** By team id; a team whose quota is not known, or not known yet, is left out. */
    static Map<String, Quota> of(FleetSnapshot fleet) {
        Map<String, Quota> lookedUp = new HashMap<>();
        for (LookedUp<Quota> answer : fleet.teamQuotas()) {
            if (answer.found() != null) {
                lookedUp.put(answer.id(), answer.found());
            }
        }
        Map<String, Quota> quotas = new HashMap<>();
        for (TeamInfo team :
                fleet.teams().stream().flatMap(teams -> teams.items().stream()).toList()) {
            Quota quota = team.quota() == null ? lookedUp.get(team.wireId()) : team.quota();
            if (quota != null) {
                quotas.put(team.id(), quota);
            }
        }
        return quotas;
    }
}
