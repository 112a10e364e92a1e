package io.github.ticryptexporter.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.ticryptexporter.oracle.OracleSettings.AlertExemption;
import io.github.ticryptexporter.oracle.OracleSettings.Privacy;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

/** Section 5, what teams have and may have; only teams of the list have rows. */
final class TeamSection {
    private static final String PREFIX = "team|";
    private static final int LONGEST_NAME = 100;

    private final Site site;
    private final Series series;

    TeamSection(Site site, Series series) {
        this.site = site;
        this.series = series;
    }

    void add() {
        if (site.teams().isEmpty()) {
            return;
        }
        List<JsonNode> teams = site.teams().get().elements();
        series.put("ticrypt_teams", teams.size());
        for (JsonNode team : teams) {
            addTeam(team, label(Json.id(team)));
        }
        new QuotaTotals(site, series).add(teams);
    }

    /** A team id as the {@code team} label has it. */
    static String label(String id) {
        return id.startsWith(PREFIX) ? id.substring(PREFIX.length()) : id;
    }

    private void addTeam(JsonNode team, String label) {
        series.put("ticrypt_team_members", members(team).size(), "team", label);
        addTimes(team, label);
        addInfos(team, label);
        addLimits(site.teamQuotas(team), label);
        if (site.holdsInEveryRealm("vms")) {
            addVmUse(team, label);
        }
        if (site.drives().isPresent()) {
            addDrives(team, label);
        }
        // The drives' route is no realm's, but the family has rows for drives, too: it needs both.
        if (site.holdsInEveryRealm("vms") && site.drives().isPresent()) {
            new OwnerQuotas(site, team).addTo(series);
        }
    }

    /** Ambiguous: a member without an id is no member, and one listed twice is one. */
    static Set<String> members(JsonNode team) {
        Set<String> ids = new HashSet<>();
        for (JsonNode member : team.path("members")) {
            Json.text(member, "id").ifPresent(ids::add);
        }
        return ids;
    }

    private void addTimes(JsonNode team, String label) {
        Json.millis(team, "startDate")
                .ifPresent(millis ->
                        series.put("ticrypt_team_start_timestamp_seconds", Ages.seconds(millis), "team", label));
        Json.millis(team, "endDate")
                .ifPresent(millis ->
                        series.put("ticrypt_team_end_timestamp_seconds", Ages.seconds(millis), "team", label));
    }

    /**
     * Ambiguous: a team without a name has a row with an empty one at level {@code named}. "Only teams of the list have
     * rows" is taken to hold for exemptions, too.
     */
    private void addInfos(JsonNode team, String label) {
        Optional<String> alias = aliasOf(label);
        if (alias.isPresent() || site.settings().atLeast(Privacy.NAMED)) {
            String name = alias.orElseGet(() -> cleaned(Json.text(team, "name").orElse("")));
            series.put("ticrypt_team_info", 1, "team", label, "name", name);
        }
        site.settings().exemptions().alerts().stream()
                .filter(exemption -> label(exemption.team()).equals(label))
                .map(AlertExemption::alert)
                .distinct()
                .forEach(alert -> series.put("ticrypt_alert_exempt", 1, "team", label, "alert", alert));
    }

    private Optional<String> aliasOf(String label) {
        return site.settings().publishing().teamAliases().entrySet().stream()
                .filter(alias -> label(alias.getKey()).equals(label))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** A name as labels have it. Ambiguous: a character is a code point, and is cut after control characters are gone. */
    static String cleaned(String name) {
        return name.codePoints()
                .filter(c -> !Character.isISOControl(c))
                .limit(LONGEST_NAME)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private void addLimits(JsonNode quotas, String label) {
        Json.amount(quotas, "cores").ifPresent(limit -> series.put("ticrypt_team_cores_limit", limit, "team", label));
        Json.amount(quotas, "memory")
                .ifPresent(limit -> series.put("ticrypt_team_memory_limit_bytes", limit, "team", label));
        Json.amounts(quotas, "storage")
                .forEach((storage, limit) ->
                        series.put("ticrypt_team_storage_limit_bytes", limit, "team", label, "storage", storage));
        Json.amounts(quotas, "devices")
                .forEach((device, limit) ->
                        series.put("ticrypt_team_devices_limit", limit, "team", label, "device", device));
    }

    private void addVmUse(JsonNode team, String label) {
        List<JsonNode> vms =
                site.everyVm().stream().filter(vm -> belongs(vm, team)).toList();
        List<JsonNode> counted = vms.stream().filter(vm -> !site.isExempt(vm)).toList();
        JsonNode quotas = site.teamQuotas(team);
        series.put("ticrypt_team_vms", vms.size(), "team", label);
        putUsed("ticrypt_team_cores_used", Usage.vcpus(counted), Json.amount(quotas, "cores"), "team", label);
        putUsed("ticrypt_team_memory_used_bytes", Usage.memory(counted), Json.amount(quotas, "memory"), "team", label);
        Map<String, Long> limits = Json.amounts(quotas, "devices");
        Set<String> devices = new TreeSet<>(limits.keySet());
        devices.addAll(Usage.deviceTypes(counted));
        for (String device : devices) {
            OptionalLong limit = Json.amount(quotas.path("devices"), device);
            double used = Usage.devices(counted, device);
            putUsed("ticrypt_team_devices_used", used, limit, "team", label, "device", device);
        }
    }

    /** Ambiguous: "any use" is more than 0; VMs that take 0 of a device are no use of it. */
    private void putUsed(String family, double used, OptionalLong limit, String... labels) {
        if (used > 0 || limit.isPresent()) {
            series.put(family, used, labels);
        }
    }

    private void addDrives(JsonNode team, String label) {
        List<JsonNode> drives = site.drives().orElseThrow().elements().stream()
                .filter(drive -> belongs(drive, team))
                .toList();
        OptionalLong limit = Json.amount(site.teamQuotas(team).path("storage"), "drives");
        putUsed("ticrypt_team_storage_used_bytes", Usage.capacity(drives), limit, "team", label, "storage", "drives");
        for (String state : DriveSection.STATES) {
            long count = drives.stream()
                    .filter(drive -> DriveSection.state(drive).equals(state))
                    .count();
            if (count > 0) {
                series.put("ticrypt_team_drives", count, "team", label, "state", state);
            }
        }
    }

    private static boolean belongs(JsonNode object, JsonNode team) {
        return Json.text(object, "team").equals(Json.text(team, "id"));
    }
}
