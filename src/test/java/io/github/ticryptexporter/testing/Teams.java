package io.github.ticryptexporter.testing;

import io.github.ticryptexporter.fleet.Quota;
import io.github.ticryptexporter.fleet.TeamInfo;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes a team without limits, dates and members, but for what a test says. */
public final class Teams {
    private final String id;
    private String name = "";
    private @Nullable Quota quota = Quota.UNLIMITED;
    private Quota perUserQuota = Quota.UNLIMITED;
    private @Nullable Instant startDate;
    private @Nullable Instant endDate;
    private Set<String> members = Set.of();

    private Teams(String id) {
        this.id = id;
    }

    public static Teams team(String id) {
        return new Teams(id);
    }

    /** Begins with what another team has. */
    public static Teams like(TeamInfo team) {
        Teams made = new Teams(team.id());
        made.name = team.name();
        made.quota = team.quota();
        made.perUserQuota = team.perUserQuota();
        made.startDate = team.startDate();
        made.endDate = team.endDate();
        made.members = team.members();
        return made;
    }

    public Teams named(String text) {
        this.name = text;
        return this;
    }

    /** Null for a list that lacks it. */
    public Teams quota(@Nullable Quota limits) {
        this.quota = limits;
        return this;
    }

    public Teams perUser(Quota limits) {
        this.perUserQuota = limits;
        return this;
    }

    public Teams starts(Instant at) {
        this.startDate = at;
        return this;
    }

    public Teams ends(Instant at) {
        this.endDate = at;
        return this;
    }

    public Teams members(String... userIds) {
        this.members = Set.of(userIds);
        return this;
    }

    public TeamInfo made() {
        return new TeamInfo(id, "team|" + id, name, quota, perUserQuota, startDate, endDate, members);
    }
}
