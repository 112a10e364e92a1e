package io.github.ticryptexporter.api;

import io.github.ticryptexporter.fleet.FreeText;
import io.github.ticryptexporter.fleet.Quota;
import io.github.ticryptexporter.fleet.TeamInfo;
import java.io.IOException;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code TeamInfo} of the API document. */
final class TeamParser {
    private TeamParser() {}

    static @Nullable TeamInfo parse(Fields in) throws IOException {
        String wireId = null;
        String name = null;
        Quota quota = null;
        Quota perUserQuota = null;
        Instant startDate = null;
        Instant endDate = null;
        Set<String> members = null;
        while (in.next()) {
            switch (in.name()) {
                case "id" -> wireId = in.sharedText();
                case "name" -> name = in.written(FreeText.TEAM_NAMES);
                case "teamQuotas" -> quota = quota(in);
                case "perUserQuotas" -> perUserQuota = quota(in);
                case "startDate" -> startDate = in.time();
                case "endDate" -> endDate = in.time();
                case "members" -> members = in.idOfEach("id");
                default -> {}
            }
        }
        String id = TeamId.withoutPrefix(wireId);
        if (wireId == null || id == null) {
            return null;
        }
        in.promised("name", name);
        in.promised("teamQuotas", quota);
        in.promised("perUserQuotas", perUserQuota);
        in.promised("members", members);
        return new TeamInfo(
                in.shared(id),
                wireId,
                Objects.requireNonNullElse(name, ""),
                quota,
                Objects.requireNonNullElse(perUserQuota, Quota.UNLIMITED),
                startDate,
                endDate,
                Objects.requireNonNullElse(members, Set.of()));
    }

    private static @Nullable Quota quota(Fields in) throws IOException {
        return in.enter() ? QuotaParser.parse(in) : null;
    }
}
