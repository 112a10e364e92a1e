package io.github.ticryptexporter.metrics;

import static io.github.ticryptexporter.metrics.Family.gauge;

import io.github.ticryptexporter.findings.AttachmentInconsistency;
import io.github.ticryptexporter.fleet.Api;
import io.github.ticryptexporter.fleet.DriveFormat;
import io.github.ticryptexporter.fleet.DriveInfo;
import io.github.ticryptexporter.fleet.DriveState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** Drives, realm by realm; the one list of them covers the site. */
final class DriveMetrics {

    private static final Set<Api> DRIVES = Set.of(Api.DRIVES);
    private static final List<Integer> IDLE_DAYS = List.of(30, 90, 365);

    /** States that a drive is meant to leave by itself. */
    private static final List<DriveState> PASSING = List.of(DriveState.INITIALIZING, DriveState.TRANSFERRING);

    private static final String ATTACHMENT = "DriveInfo.writer, .readers, .attached, .created";

    private DriveMetrics() {}

    static List<Family> families() {
        return List.of(
                gauge("ticrypt_drives", "Drives in the latest poll, by state.")
                        .labels("realm", "state")
                        .from("DriveInfo.state")
                        .realm(DRIVES, byState(drive -> 1))
                        .build(),
                gauge(
                                "ticrypt_drives_capacity_bytes",
                                "Capacity, provisioned rather than written, of the drives in the latest poll, by state.")
                        .labels("realm", "state")
                        .from("DriveInfo.capacity")
                        .realm(DRIVES, byState(DriveInfo::capacityBytes))
                        .build(),
                gauge("ticrypt_drives_by_format", "Drives in the latest poll, by file system.")
                        .labels("realm", "format")
                        .from("DriveInfo.format")
                        .realm(DRIVES, DriveMetrics::byFormat)
                        .build(),
                gauge("ticrypt_drives_with_snapshot", "Drives in the latest poll that have a snapshot.")
                        .labels("realm")
                        .from("DriveInfo.hasSnapshot")
                        .realm(DRIVES, DriveMetrics::withSnapshot)
                        .build(),
                gauge(
                                "ticrypt_drives_oldest_state_change_timestamp_seconds",
                                "Oldest change of state among the drives in the latest poll that are initializing or"
                                        + " transferring.")
                        .labels("realm", "state")
                        .from("DriveInfo.state, .stateChange, .created")
                        .realm(DRIVES, DriveMetrics::oldestStateChange)
                        .build(),
                gauge(
                                "ticrypt_drives_idle",
                                "Drives in the latest poll that have been attached to no VM for at least this long.")
                        .labels("realm", "idle")
                        .from(ATTACHMENT)
                        .realm(DRIVES, idle(drive -> 1))
                        .build(),
                gauge(
                                "ticrypt_drives_idle_capacity_bytes",
                                "Capacity of the drives in the latest poll that have been attached to no VM for at least"
                                        + " this long.")
                        .labels("realm", "idle")
                        .from(ATTACHMENT + ", .capacity")
                        .realm(DRIVES, idle(DriveInfo::capacityBytes))
                        .build(),
                inconsistent());
    }

    private static Family inconsistent() {
        Family.Builder family = gauge(
                        "ticrypt_drive_attachment_inconsistent",
                        "Drives, or VMs, in the latest poll that contradict each other about what is attached, by kind.")
                .labels("realm", "kind")
                .from("DriveInfo.state, .writer, .readers; VirtualMachine.id, .drives");
        for (AttachmentInconsistency kind : AttachmentInconsistency.values()) {
            family.realm(
                    kind.sources(),
                    (picture, realm, rows) ->
                            rows.set(picture.findings().disagreements().count(kind, realm), realm, kind.label()));
        }
        return family.build();
    }

    private static Family.RealmRows byState(ToDoubleFunction<DriveInfo> amount) {
        return (picture, realm, rows) -> {
            Map<DriveState, Double> sums = sums(picture.drives(realm), DriveInfo::state, amount);
            for (DriveState state : DriveState.values()) {
                rows.set(sums.getOrDefault(state, 0.0), realm, state.label());
            }
        };
    }

    private static void byFormat(Picture picture, String realm, Rows rows) {
        Map<DriveFormat, Double> drives = sums(picture.drives(realm), DriveInfo::format, drive -> 1);
        for (DriveFormat format : DriveFormat.values()) {
            rows.set(drives.getOrDefault(format, 0.0), realm, format.label());
        }
    }

    private static <K> Map<K, Double> sums(
            List<DriveInfo> drives, Function<DriveInfo, K> key, ToDoubleFunction<DriveInfo> amount) {
        return drives.stream().collect(Collectors.groupingBy(key, Collectors.summingDouble(amount)));
    }

    private static void withSnapshot(Picture picture, String realm, Rows rows) {
        rows.set(picture.drives(realm).stream().filter(DriveInfo::hasSnapshot).count(), realm);
    }

    private static void oldestStateChange(Picture picture, String realm, Rows rows) {
        for (DriveState state : PASSING) {
            picture.drives(realm).stream()
                    .filter(drive -> drive.state() == state)
                    .map(drive -> drive.stateChange() == null ? drive.created() : drive.stateChange())
                    .filter(Objects::nonNull)
                    .min(Instant::compareTo)
                    .ifPresent(oldest -> rows.set(Seconds.of(oldest), realm, state.label()));
        }
    }

    private static Family.RealmRows idle(ToDoubleFunction<DriveInfo> amount) {
        return (picture, realm, rows) -> {
            for (int days : IDLE_DAYS) {
                Instant lastUsedBy = picture.drivesJudgedAt().minus(Duration.ofDays(days));
                double sum = picture.drives(realm).stream()
                        .filter(isUnattachedSince(lastUsedBy))
                        .mapToDouble(amount)
                        .sum();
                rows.set(sum, realm, days + "d");
            }
        };
    }

    private static Predicate<DriveInfo> isUnattachedSince(Instant then) {
        return drive -> {
            Instant last = drive.attached() == null ? drive.created() : drive.attached();
            return !drive.isAttached() && last != null && !last.isAfter(then);
        };
    }
}
