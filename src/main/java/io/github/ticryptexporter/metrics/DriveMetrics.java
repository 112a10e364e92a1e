package io.github.ticryptexporter.metrics;

import static io.github.ticryptexporter.metrics.Family.gauge;

import io.github.ticryptexporter.fleet.Api;
import io.github.ticryptexporter.fleet.DriveFormat;
import io.github.ticryptexporter.fleet.DriveInfo;
import io.github.ticryptexporter.fleet.DriveState;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Drives, realm by realm; the one list of them covers the site. */
final class DriveMetrics {

    private static final Set<Api> DRIVES = Set.of(Api.DRIVES);

    private DriveMetrics() {}

    static List<Family> families() {
        return List.of(
                gauge("ticrypt_drives", "Drives in the latest poll, by state.")
                        .labels("realm", "state")
                        .from("DriveInfo.state")
                        .realm(DRIVES, DriveMetrics::byState)
                        .build(),
                gauge(
                                "ticrypt_drives_capacity_bytes",
                                "Capacity, provisioned rather than written, of the drives in the latest poll, by state.")
                        .labels("realm", "state")
                        .from("DriveInfo.capacity")
                        .realm(DRIVES, DriveMetrics::capacityByState)
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
                        .build());
    }

    private static void byState(Picture picture, String realm, Rows rows) {
        states(realm, rows);
        drives(picture, realm).forEach(drive -> rows.add(1, realm, drive.state().label()));
    }

    private static void capacityByState(Picture picture, String realm, Rows rows) {
        states(realm, rows);
        drives(picture, realm)
                .forEach(drive ->
                        rows.add(drive.capacityBytes(), realm, drive.state().label()));
    }

    private static void states(String realm, Rows rows) {
        for (DriveState state : DriveState.values()) {
            rows.set(0, realm, state.label());
        }
    }

    private static void byFormat(Picture picture, String realm, Rows rows) {
        for (DriveFormat format : DriveFormat.values()) {
            rows.set(0, realm, format.label());
        }
        drives(picture, realm)
                .forEach(drive -> rows.add(1, realm, drive.format().label()));
    }

    private static void withSnapshot(Picture picture, String realm, Rows rows) {
        rows.set(drives(picture, realm).filter(DriveInfo::hasSnapshot).count(), realm);
    }

    private static Stream<DriveInfo> drives(Picture picture, String realm) {
        return picture.fleet().drives().orElseThrow().items().stream()
                .filter(drive -> drive.realm().equals(realm));
    }
}
