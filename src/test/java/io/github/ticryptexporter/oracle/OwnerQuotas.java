package io.github.ticryptexporter.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Section 5, the per-user families of one team: what its owners use of its {@code perUserQuotas}.
 *
 * <p>Ambiguous: the two families have rows for the limits that the team has, and none without a limit; in the ratio a
 * limit of 0 has no row, in the count it has. An owner is whoever a drive or a resolved VM names, listed user or not.
 */
final class OwnerQuotas {
    private final Site site;
    private final JsonNode team;

    OwnerQuotas(Site site, JsonNode team) {
        this.site = site;
        this.team = team;
    }

    void addTo(Series series) {
        String label = TeamSection.label(Json.id(team));
        Map<String, Map<String, Long>> usedByOwner = usedByOwner();
        limits().forEach((resource, limit) -> {
            long atQuota = usedByOwner.values().stream()
                    .mapToLong(used -> used.getOrDefault(resource, 0L))
                    .filter(used -> used >= limit && used > 0)
                    .count();
            series.put("ticrypt_team_users_at_quota", atQuota, "team", label, "resource", resource);
            if (limit > 0) {
                long most = usedByOwner.values().stream()
                        .mapToLong(used -> used.getOrDefault(resource, 0L))
                        .max()
                        .orElse(0);
                double ratio = (double) most / limit;
                series.put("ticrypt_team_user_quota_utilization_max_ratio", ratio, "team", label, "resource", resource);
            }
        });
    }

    private Map<String, Long> limits() {
        JsonNode quotas = team.path("perUserQuotas");
        Map<String, Long> limits = new LinkedHashMap<>();
        Json.amount(quotas, "cores").ifPresent(limit -> limits.put("cores", limit));
        Json.amount(quotas, "memory").ifPresent(limit -> limits.put("memory", limit));
        Json.amount(quotas.path("storage"), "drives").ifPresent(limit -> limits.put("drives", limit));
        Json.amounts(quotas, "devices").forEach((type, limit) -> limits.put("device:" + type, limit));
        return limits;
    }

    private Map<String, Map<String, Long>> usedByOwner() {
        Map<String, Map<String, Long>> usedByOwner = new HashMap<>();
        for (JsonNode vm : site.everyVm()) {
            Optional<String> owner = isOurs(vm) && !site.isExempt(vm) ? site.ownerOf(vm) : Optional.empty();
            owner.ifPresent(user -> addVm(usedByOwner.computeIfAbsent(user, u -> new HashMap<>()), vm));
        }
        for (JsonNode drive : site.drives().orElseThrow().elements()) {
            Optional<String> owner = isOurs(drive) ? Json.text(drive, "owner") : Optional.empty();
            owner.ifPresent(user -> add(
                    usedByOwner.computeIfAbsent(user, u -> new HashMap<>()), "drives", Json.amount(drive, "capacity")));
        }
        return usedByOwner;
    }

    private static void addVm(Map<String, Long> used, JsonNode vm) {
        add(used, "cores", Usage.vcpus(vm));
        add(used, "memory", Usage.memory(vm));
        Usage.devices(vm).forEach((type, count) -> add(used, "device:" + type, OptionalLong.of(count)));
    }

    private static void add(Map<String, Long> used, String resource, OptionalLong amount) {
        used.merge(resource, amount.orElse(0), Long::sum);
    }

    private boolean isOurs(JsonNode object) {
        return Json.text(object, "team").equals(Json.text(team, "id"));
    }
}
