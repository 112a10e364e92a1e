package io.github.ticryptexporter.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Section 5, sums over all teams: what quotas promise, and who has none. From the teams and the look-ups that they leave
 * open alone.
 */
final class QuotaTotals {
    private final Site site;
    private final Series series;

    QuotaTotals(Site site, Series series) {
        this.site = site;
        this.series = series;
    }

    /** Ambiguous: the sum of no limits at all is 0, not absent; a team that has yet to be asked for leaves no sum whole. */
    void add(List<JsonNode> teams) {
        if (!site.everyTeamIsAnswered()) {
            return;
        }
        List<JsonNode> quotas = teams.stream().map(site::teamQuotas).toList();
        series.put("ticrypt_quota_promised_cores", sum(quotas, "cores"));
        series.put("ticrypt_quota_promised_memory_bytes", sum(quotas, "memory"));
        sums(quotas, "storage")
                .forEach((storage, bytes) ->
                        series.put("ticrypt_quota_promised_storage_bytes", bytes, "storage", storage));
        sums(quotas, "devices")
                .forEach((device, count) -> series.put("ticrypt_quota_promised_devices", count, "device", device));
        unlimited("cores", quotas, team -> Json.amount(team, "cores").isEmpty());
        unlimited("memory", quotas, team -> Json.amount(team, "memory").isEmpty());
        unlimited("storage", quotas, team -> Json.amounts(team, "storage").isEmpty());
        unlimited("devices", quotas, team -> Json.amounts(team, "devices").isEmpty());
    }

    private static double sum(List<JsonNode> quotas, String field) {
        return quotas.stream()
                .mapToDouble(team -> Json.amount(team, field).orElse(0))
                .sum();
    }

    private static Map<String, Double> sums(List<JsonNode> quotas, String field) {
        Map<String, Double> sums = new TreeMap<>();
        for (JsonNode team : quotas) {
            Json.amounts(team, field).forEach((type, limit) -> sums.merge(type, (double) limit, Double::sum));
        }
        return sums;
    }

    /** Ambiguous: a team whose quotas the look-up did not find is not said to be without. */
    private void unlimited(String resource, List<JsonNode> quotas, Predicate<JsonNode> isUnlimited) {
        long teams =
                quotas.stream().filter(JsonNode::isObject).filter(isUnlimited).count();
        series.put("ticrypt_teams_unlimited", teams, "resource", resource);
    }
}
