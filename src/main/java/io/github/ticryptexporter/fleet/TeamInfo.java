package io.github.ticryptexporter.fleet;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A team as {@code GET /api/teams} lists it, reduced to what is exposed.
 *
 * @param id without its {@code team|} prefix
 * @param wireId as the API spells it
 * @param name free text about people; empty unless {@link FreeText#TEAM_NAMES} are read
 * @param quota of the team as a whole; null when the list lacks it, as older backends' do
 * @param perUserQuota of each owner of the team's objects
 * @param startDate from when the team may use resources; null for no bound
 * @param endDate until when the team may use resources; null for no bound
 * @param members user ids
 */
public record TeamInfo(
        String id,
        String wireId,
        String name,
        @Nullable Quota quota,
        Quota perUserQuota,
        @Nullable Instant startDate,
        @Nullable Instant endDate,
        Set<String> members) {
    public TeamInfo {
        members = Set.copyOf(members);
    }
}
