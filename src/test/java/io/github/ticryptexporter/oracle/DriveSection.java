package io.github.ticryptexporter.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;

/** Section 4: drives, by the realm that they name. */
final class DriveSection {
    static final List<String> STATES =
            List.of("Ready", "ReadOnly", "ReadWrite", "Transferring", "Initializing", "other");

    static final List<String> FORMATS = List.of("ext4", "ntfs", "btrfs", "xfs", "zfs", "other");

    private static final List<Integer> IDLE_DAYS = List.of(30, 90, 365);

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
            addOldestStateChanges(realm, drives);
            addIdle(realm, drives, site.drives().get().at());
            new Attachments(site, series, realm).add();
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

    private void addOldestStateChanges(String realm, List<JsonNode> drives) {
        for (String state : List.of("Initializing", "Transferring")) {
            drives.stream()
                    .filter(drive -> state(drive).equals(state))
                    .flatMapToLong(drive -> firstOf(drive, "stateChange", "created").stream())
                    .min()
                    .ifPresent(millis -> series.put(
                            "ticrypt_drives_oldest_state_change_timestamp_seconds",
                            Ages.seconds(millis),
                            "realm",
                            realm,
                            "state",
                            state));
        }
    }

    private void addIdle(String realm, List<JsonNode> drives, Instant now) {
        for (int days : IDLE_DAYS) {
            List<JsonNode> idle = drives.stream()
                    .filter(drive -> !Attachments.isAttached(drive))
                    .filter(drive -> Ages.atLeast(Duration.ofDays(days), firstOf(drive, "attached", "created"), now))
                    .toList();
            series.put("ticrypt_drives_idle", idle.size(), "realm", realm, "idle", days + "d");
            series.put("ticrypt_drives_idle_capacity_bytes", Usage.capacity(idle), "realm", realm, "idle", days + "d");
        }
    }

    private static OptionalLong firstOf(JsonNode drive, String field, String orElse) {
        OptionalLong first = Json.millis(drive, field);
        return first.isPresent() ? first : Json.millis(drive, orElse);
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
