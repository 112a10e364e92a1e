package io.github.ticryptexporter.status;

import io.github.ticryptexporter.metrics.Reduction;
import io.github.ticryptexporter.status.Share.Unit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A team, and the part of its quota that is used up most.
 *
 * @param name empty where none is published
 * @param resource {@code cores}, {@code memory}, {@code storage} or {@code devices}
 * @param type of the storage or the devices; empty for the others
 */
record TeamUse(String team, String name, String resource, String type, Share share) {

    private static final Comparator<TeamUse> NEAREST_FIRST = Comparator.comparingDouble(
                    (TeamUse use) -> use.share().ratio())
            .reversed()
            .thenComparing(TeamUse::team);

    private static final int SHOWN = 10;

    private static final List<Quota> QUOTAS = List.of(
            new Quota("cores", "ticrypt_team_cores_used", "ticrypt_team_cores_limit", Unit.PIECES, "team"),
            new Quota(
                    "memory", "ticrypt_team_memory_used_bytes", "ticrypt_team_memory_limit_bytes", Unit.BYTES, "team"),
            new Quota(
                    "storage",
                    "ticrypt_team_storage_used_bytes",
                    "ticrypt_team_storage_limit_bytes",
                    Unit.BYTES,
                    "team",
                    "storage"),
            new Quota(
                    "devices",
                    "ticrypt_team_devices_used",
                    "ticrypt_team_devices_limit",
                    Unit.PIECES,
                    "team",
                    "device"));

    /** A pair of families that say what teams use and what they may. */
    private record Quota(String resource, String used, String limit, Unit unit, List<String> labels) {

        Quota(String resource, String used, String limit, Unit unit, String... labels) {
            this(resource, used, limit, unit, List.of(labels));
        }

        private Map<List<String>, Double> rows(PublishedFamilies families, String family) {
            return families.rows(family, labels.toArray(String[]::new));
        }

        private TeamUse use(List<String> row, Share share, Map<String, String> names) {
            String team = row.get(0);
            String type = row.size() == 1 ? "" : row.get(1);
            return new TeamUse(team, names.getOrDefault(team, ""), resource, type, share);
        }
    }

    /** The teams nearest to a limit, or furthest over one, of those that are published one by one and have any. */
    static Ranking<TeamUse> ranked(PublishedFamilies families, Reduction reduction) {
        Map<String, String> names = names(families);
        Map<String, TeamUse> byTeam = new HashMap<>();
        for (Quota quota : QUOTAS) {
            Map<List<String>, Double> limits = quota.rows(families, quota.limit());
            quota.rows(families, quota.used()).forEach((row, used) -> {
                Double limit = limits.get(row);
                if (limit != null) {
                    TeamUse use = quota.use(row, new Share(used, limit, quota.unit()), names);
                    byTeam.merge(use.team(), use, TeamUse::nearer);
                }
            });
        }
        if (reduction.teams() > 0) {
            byTeam.remove(Glance.FOLDED);
        }
        return Ranking.of(new ArrayList<>(byTeam.values()), NEAREST_FIRST, SHOWN);
    }

    private static TeamUse nearer(TeamUse left, TeamUse right) {
        return right.share().ratio() > left.share().ratio() ? right : left;
    }

    private static Map<String, String> names(PublishedFamilies families) {
        Map<String, String> names = new HashMap<>();
        families.rows("ticrypt_team_info", "team", "name").keySet().forEach(row -> names.put(row.get(0), row.get(1)));
        return names;
    }
}
