package io.github.ticryptexporter.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.ticryptexporter.simulator.Picture.RealmPicture;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Counts what disagrees in a picture, by the kinds of the metric contract; a healthy site has none. */
final class Findings {
    private static final long SILENT_AFTER_MILLIS = 15 * 60 * 1_000;

    private final Map<String, Integer> counts = new TreeMap<>();
    private final Picture picture;
    private final Map<String, JsonNode> drives;
    private final long nowMillis;

    private Findings(Picture picture, long nowMillis) {
        this.picture = picture;
        this.drives = byId(picture.drives());
        this.nowMillis = nowMillis;
    }

    static Map<String, Integer> of(TestSite site) {
        Findings findings = new Findings(Picture.of(site), site.clock.millis());
        findings.picture.realms().forEach(findings::checkRealm);
        findings.checkReferences();
        return findings.counts;
    }

    private void checkRealm(RealmPicture realm) {
        Map<String, JsonNode> vms = byId(realm.vms());
        Map<String, JsonNode> configs = byId(realm.configs());
        Set<String> runningConfigs = new HashSet<>();
        realm.vms().forEach(vm -> runningConfigs.add(vm.path("config").asText()));
        Map<String, Integer> claims = new HashMap<>();
        for (JsonNode config : realm.configs()) {
            if (text(config, "state").equals("Running")) {
                String vm = text(config, "vmID");
                claims.merge(vm, 1, Integer::sum);
                count("running_without_vm", !vms.containsKey(vm) && !runningConfigs.contains(text(config, "id")));
            }
        }
        claims.forEach((vm, times) -> count("vm_claimed_twice", times > 1 && vms.containsKey(vm)));
        realm.vms().forEach(vm -> checkVm(vm, configs));
        for (JsonNode drive : picture.drives()) {
            if (text(drive, "realmID").equals(realm.id())) {
                checkDrive(drive, vms.keySet());
            }
        }
    }

    private void checkVm(JsonNode vm, Map<String, JsonNode> configs) {
        JsonNode config = configs.get(text(vm, "config"));
        count("vm_without_config", vm.has("config") && config == null);
        count(
                "vm_config_not_running",
                config != null && Set.of("Stopped", "Suspended").contains(text(config, "state")));
        count("vm_silent", vm.has("lastPing") && nowMillis - vm.get("lastPing").longValue() > SILENT_AFTER_MILLIS);
        count("vm_hung", vm.has("shutDown") && nowMillis - vm.get("shutDown").longValue() > SILENT_AFTER_MILLIS);
        for (JsonNode id : vm.get("drives")) {
            JsonNode drive = drives.get(id.asText());
            count("vm_drive_missing", drive == null);
            count("vm_drive_unacknowledged", drive != null && !names(drive, text(vm, "id")));
        }
    }

    private static boolean names(JsonNode drive, String vm) {
        Set<String> vms = new HashSet<>(Set.of(text(drive, "writer")));
        drive.get("readers").forEach(reader -> vms.add(reader.asText()));
        return vms.contains(vm);
    }

    private void checkDrive(JsonNode drive, Set<String> vms) {
        String state = text(drive, "state");
        boolean hasWriter = drive.has("writer");
        boolean hasReaders = !drive.get("readers").isEmpty();
        count("readwrite_without_writer", state.equals("ReadWrite") && !hasWriter);
        count("writer_not_active", hasWriter && !vms.contains(text(drive, "writer")));
        count("readonly_without_reader", state.equals("ReadOnly") && !hasReaders);
        boolean strange = false;
        for (JsonNode reader : drive.get("readers")) {
            strange |= !vms.contains(reader.asText());
        }
        count("reader_not_active", strange);
        count("ready_but_attached", state.equals("Ready") && (hasWriter || hasReaders));
        count("writer_and_readers", hasWriter && hasReaders);
        boolean underWay = Set.of("Initializing", "Transferring").contains(state);
        count("drive_stuck", underWay && nowMillis - drive.get("stateChange").longValue() > SILENT_AFTER_MILLIS);
    }

    private void checkReferences() {
        Set<String> users = byId(picture.users()).keySet();
        Set<String> teams = byId(picture.teams()).keySet();
        Set<String> projects = byId(picture.projects()).keySet();
        for (JsonNode drive : picture.drives()) {
            count("dangling drive_owner", !users.contains(text(drive, "owner")));
            count("dangling drive_team", drive.has("team") && !teams.contains(text(drive, "team")));
            count("dangling drive_project", drive.has("project") && !projects.contains(text(drive, "project")));
        }
        Set<String> vmIds = new HashSet<>();
        picture.vms().forEach(vm -> vmIds.add(text(vm, "id")));
        for (JsonNode vm : picture.vms()) {
            Set<String> owners = text(vm, "ownerType").equals("VM") ? vmIds : users;
            count("dangling vm_owner", !owners.contains(text(vm, "owner")));
            count("dangling vm_team", vm.has("team") && !teams.contains(text(vm, "team")));
            count("dangling vm_project", vm.has("project") && !projects.contains(text(vm, "project")));
        }
    }

    private void count(String kind, boolean found) {
        if (found) {
            counts.merge(kind, 1, Integer::sum);
        }
    }

    static String text(JsonNode object, String field) {
        return object.path(field).asText();
    }

    static Map<String, JsonNode> byId(JsonNode list) {
        Map<String, JsonNode> map = new HashMap<>();
        list.forEach(element -> map.put(text(element, "id"), element));
        return map;
    }
}
