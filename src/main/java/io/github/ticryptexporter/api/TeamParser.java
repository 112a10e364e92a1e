package io.github.ticryptexporter.api;

import io.github.ticryptexporter.fleet.Quota;
import io.github.ticryptexporter.fleet.TeamInfo;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code TeamInfo} of the API document, with its {@code QuotasTyped}. */
final class TeamParser {
    private TeamParser() {}

    static @Nullable TeamInfo parse(Fields in) throws IOException {
        String id = null;
        String name = null;
        Quota quota = null;
        Instant startDate = null;
        Instant endDate = null;
        Integer members = null;
        while (in.next()) {
            switch (in.name()) {
                case "id" -> id = TeamId.withoutPrefix(in.text());
                case "name" -> name = in.text();
                case "teamQuotas" -> quota = quota(in);
                case "startDate" -> startDate = in.time();
                case "endDate" -> endDate = in.time();
                case "members" -> members = in.objects();
                default -> {}
            }
        }
        if (id == null) {
            return null;
        }
        in.promised("name", name);
        in.promised("teamQuotas", quota);
        in.promised("members", members);
        return new TeamInfo(
                id,
                Objects.requireNonNullElse(name, ""),
                Objects.requireNonNullElse(quota, Quota.UNLIMITED),
                startDate,
                endDate,
                members == null ? 0 : members);
    }

    private static @Nullable Quota quota(Fields in) throws IOException {
        if (!in.enter()) {
            return null;
        }
        Long cores = null;
        Long memory = null;
        Map<String, Long> storage = Map.of();
        Map<String, Long> devices = Map.of();
        while (in.next()) {
            switch (in.name()) {
                case "cores" -> cores = in.count();
                case "memory" -> memory = in.count();
                case "storage" -> storage = in.counts();
                case "devices" -> devices = in.counts();
                default -> {}
            }
        }
        return new Quota(cores, memory, storage, devices);
    }
}
