package io.github.ticryptexporter.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Section 4, {@code ticrypt_drive_attachment_inconsistent} of one realm: drives and VMs that disagree about what is
 * attached to what. Kinds that look at VMs are there only while the realm's VMs hold data.
 */
final class Attachments {
    private final Site site;
    private final Series series;
    private final String realm;

    Attachments(Site site, Series series, String realm) {
        this.site = site;
        this.series = series;
        this.realm = realm;
    }

    void add() {
        List<JsonNode> drives = site.drivesOf(realm);
        count("readwrite_without_writer", drives, drive -> isIn("ReadWrite", drive) && !hasWriter(drive));
        count("readonly_without_reader", drives, drive -> isIn("ReadOnly", drive) && !hasReaders(drive));
        count("ready_but_attached", drives, drive -> isIn("Ready", drive) && isAttached(drive));
        count("writer_and_readers", drives, drive -> hasWriter(drive) && hasReaders(drive));
        site.vms(realm).ifPresent(vms -> addWithVms(drives, vms.elements()));
    }

    private void addWithVms(List<JsonNode> drives, List<JsonNode> vms) {
        Set<String> listed = new HashSet<>();
        vms.forEach(vm -> listed.add(Json.id(vm)));
        count(
                "writer_not_active",
                drives,
                drive -> Json.text(drive, "writer")
                        .filter(vm -> !listed.contains(vm))
                        .isPresent());
        count("reader_not_active", drives, drive -> !listed.containsAll(Json.texts(drive, "readers")));
        Map<String, JsonNode> everyDrive = everyDrive();
        count("vm_drive_missing", vms, vm -> !everyDrive.keySet().containsAll(Json.textValues(vm, "drives")));
        count(
                "vm_drive_unacknowledged",
                vms,
                vm -> Json.textValues(vm, "drives").stream()
                        .flatMap(id -> Optional.ofNullable(everyDrive.get(id)).stream())
                        .anyMatch(drive -> !acknowledges(drive, Json.id(vm))));
    }

    /** "In no list" and "a listed drive" look at the whole list of drives, whatever their realm. */
    private Map<String, JsonNode> everyDrive() {
        Map<String, JsonNode> drives = new LinkedHashMap<>();
        site.drives().orElseThrow().elements().forEach(drive -> drives.put(Json.id(drive), drive));
        return drives;
    }

    private static boolean acknowledges(JsonNode drive, String vm) {
        return Json.text(drive, "writer").equals(Optional.of(vm))
                || Json.texts(drive, "readers").contains(vm);
    }

    static boolean isAttached(JsonNode drive) {
        return hasWriter(drive) || hasReaders(drive);
    }

    private static boolean hasWriter(JsonNode drive) {
        return Json.text(drive, "writer").isPresent();
    }

    private static boolean hasReaders(JsonNode drive) {
        return !Json.texts(drive, "readers").isEmpty();
    }

    private static boolean isIn(String state, JsonNode drive) {
        return DriveSection.state(drive).equals(state);
    }

    private void count(String kind, List<JsonNode> objects, Predicate<JsonNode> breaks) {
        long count = objects.stream().filter(breaks).count();
        series.put("ticrypt_drive_attachment_inconsistent", count, "realm", realm, "kind", kind);
    }
}
