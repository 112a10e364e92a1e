package io.github.ticryptexporter.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Section 4: drives, by the realm that they name. */
final class DriveSection {
    static final List<String> STATES =
            List.of("Ready", "ReadOnly", "ReadWrite", "Transferring", "Initializing", "other");

    static final List<String> FORMATS = List.of("ext4", "ntfs", "btrfs", "xfs", "zfs", "other");

    private final Site site;
    private final Series series;

    DriveSection(Site site, Series series) {
        this.site = site;
        this.series = series;
    }

    void add() {
        if (site.drives().isEmpty()) {
            return;
        }
        for (String realm : site.realms()) {
            List<JsonNode> drives = site.drivesOf(realm);
            addStates(realm, drives);
            addFormats(realm, drives);
            long snapshots = drives.stream()
                    .filter(drive -> Json.isTrue(drive, "hasSnapshot"))
                    .count();
            series.put("ticrypt_drives_with_snapshot", snapshots, "realm", realm);
        }
    }

    private void addStates(String realm, List<JsonNode> drives) {
        for (String state : STATES) {
            List<JsonNode> inState =
                    drives.stream().filter(drive -> state(drive).equals(state)).toList();
            series.put("ticrypt_drives", inState.size(), "realm", realm, "state", state);
            series.put("ticrypt_drives_capacity_bytes", Usage.capacity(inState), "realm", realm, "state", state);
        }
    }

    private void addFormats(String realm, List<JsonNode> drives) {
        for (String format : FORMATS) {
            long count = drives.stream()
                    .filter(drive -> format(drive).equals(format))
                    .count();
            series.put("ticrypt_drives_by_format", count, "realm", realm, "format", format);
        }
    }

    /** Ambiguous: the set has no {@code unknown}, so that a drive without a state is counted under {@code other}. */
    static String state(JsonNode drive) {
        return Json.folded(drive, "state", STATES, "other");
    }

    /** Ambiguous as {@link #state} is. */
    static String format(JsonNode drive) {
        return Json.folded(drive, "format", FORMATS, "other");
    }
}
