package io.github.ticryptexporter.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.ticryptexporter.oracle.OracleSettings.Privacy;
import io.github.ticryptexporter.oracle.Placement.Place;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Section 8: VMs and drives one by one, at privacy level {@code detailed} alone.
 *
 * <p>Ambiguous: names of VMs and drives are cleaned as those of teams are; an absent optional field is an empty label.
 */
final class ObjectSection {
    private static final String PROJECT_PREFIX = "proj|";
    private static final List<String> DISK_TYPES = List.of("qcow2", "raw");

    private final Site site;
    private final Series series;
    private final Hosts names;

    ObjectSection(Site site, Series series, Hosts names) {
        this.site = site;
        this.series = series;
        this.names = names;
    }

    void add() {
        if (!site.settings().atLeast(Privacy.DETAILED)) {
            return;
        }
        for (String realm : site.realms()) {
            Map<String, Place> places = Placement.in(site, names, realm);
            site.vms(realm).ifPresent(vms -> vms.elements().forEach(vm -> addVm(realm, vm, places)));
            site.drivesOf(realm).forEach(drive -> addDrive(realm, drive));
        }
    }

    private void addVm(String realm, JsonNode vm, Map<String, Place> places) {
        addVmInfo(realm, vm, places.getOrDefault(Json.id(vm), Place.UNKNOWN).host());
        put("ticrypt_vm_vcpus", realm, vm, Usage.vcpus(vm));
        put("ticrypt_vm_memory_bytes", realm, vm, Usage.memory(vm));
        putTime("ticrypt_vm_start_timestamp_seconds", realm, vm, Json.millis(vm, "start"));
        putTime("ticrypt_vm_last_ping_timestamp_seconds", realm, vm, Json.millis(vm, "lastPing"));
        Usage.devices(vm)
                .forEach((device, count) ->
                        series.put("ticrypt_vm_devices", count, "realm", realm, "vm", Json.id(vm), "device", device));
    }

    private void addVmInfo(String realm, JsonNode vm, String host) {
        series.put(
                "ticrypt_vm_info",
                1,
                "realm",
                realm,
                "vm",
                Json.id(vm),
                "name",
                name(vm),
                "host",
                host,
                "team",
                team(vm),
                "project",
                project(vm),
                "owner_type",
                VmSection.ownerType(vm),
                "config",
                Json.text(vm, "config").orElse(""),
                "brick",
                Json.text(vm, "brick").orElse(""));
    }

    private void put(String family, String realm, JsonNode vm, OptionalLong value) {
        value.ifPresent(number -> series.put(family, number, "realm", realm, "vm", Json.id(vm)));
    }

    private void putTime(String family, String realm, JsonNode vm, OptionalLong millis) {
        millis.ifPresent(time -> series.put(family, Ages.seconds(time), "realm", realm, "vm", Json.id(vm)));
    }

    private void addDrive(String realm, JsonNode drive) {
        String id = Json.id(drive);
        addDriveInfo(realm, drive);
        Json.amount(drive, "capacity")
                .ifPresent(bytes -> series.put("ticrypt_drive_capacity_bytes", bytes, "realm", realm, "drive", id));
        for (String state : DriveSection.STATES) {
            int current = DriveSection.state(drive).equals(state) ? 1 : 0;
            series.put("ticrypt_drive_state", current, "realm", realm, "drive", id, "state", state);
        }
    }

    private void addDriveInfo(String realm, JsonNode drive) {
        series.put(
                "ticrypt_drive_info",
                1,
                "realm",
                realm,
                "drive",
                Json.id(drive),
                "name",
                name(drive),
                "team",
                team(drive),
                "project",
                project(drive),
                "format",
                DriveSection.format(drive),
                "disk_type",
                Json.folded(drive, "diskType", DISK_TYPES, "unknown"));
    }

    private static String name(JsonNode object) {
        return TeamSection.cleaned(Json.text(object, "name").orElse(""));
    }

    private static String team(JsonNode object) {
        return TeamSection.label(Json.text(object, "team").orElse(""));
    }

    private static String project(JsonNode object) {
        String id = Json.text(object, "project").orElse("");
        return id.startsWith(PROJECT_PREFIX) ? id.substring(PROJECT_PREFIX.length()) : id;
    }
}
