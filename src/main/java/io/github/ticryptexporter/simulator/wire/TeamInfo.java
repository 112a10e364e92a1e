package io.github.ticryptexporter.simulator.wire;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A team, as {@code GET /api/teams} lists it. */
public final class TeamInfo {
    public String id = "";
    public String name = "";
    public String desc = "";
    public long created;
    public long modified;
    public Map<String, Long> quotas = Map.of();
    public QuotasTyped teamQuotas = new QuotasTyped();
    public QuotasTyped perUserQuotas = new QuotasTyped();
    public Map<String, Object> settings = Map.of();
    public @Nullable Long startDate;
    public @Nullable Long endDate;
    /** A user in several teams is one object in all of them. */
    public List<TeamMemberInfo> members = List.of();
}
