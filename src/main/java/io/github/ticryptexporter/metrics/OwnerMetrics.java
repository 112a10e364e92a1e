package io.github.ticryptexporter.metrics;

import static io.github.ticryptexporter.metrics.Family.gauge;

import io.github.ticryptexporter.findings.Findings;
import io.github.ticryptexporter.fleet.Api;
import io.github.ticryptexporter.fleet.VmInfo;
import java.util.List;
import java.util.Set;

/** What users still hold who are not active; an owner whom the list of users lacks is counted as dangling instead. */
final class OwnerMetrics {
    private OwnerMetrics() {}

    static List<Family> families() {
        return List.of(
                gauge(
                                "ticrypt_inactive_owner_vms",
                                "VMs listed in the latest poll that belong to a polled user who is not active.")
                        .labels("realm")
                        .from("VirtualMachine.owner, .ownerType; UserInfo.state")
                        .site(Set.of(Api.USERS, Api.VMS), OwnerMetrics::vms)
                        .build(),
                gauge(
                                "ticrypt_inactive_owner_drives_capacity_bytes",
                                "Capacity of the drives in the latest poll that belong to a polled user who is not active.")
                        .labels("realm")
                        .from("DriveInfo.owner, .capacity; UserInfo.state")
                        .realm(Set.of(Api.USERS, Api.DRIVES), OwnerMetrics::driveBytes)
                        .build());
    }

    /** A VM may belong to one of another realm: while one realm is not known, no realm's number is. */
    private static void vms(Picture picture, Rows rows) {
        for (String realm : picture.fleet().realms()) {
            long vms = picture.vms(realm).stream()
                    .filter(vm -> isOfInactive(vm, picture.findings()))
                    .count();
            rows.set(vms, realm);
        }
    }

    private static boolean isOfInactive(VmInfo vm, Findings findings) {
        return findings.owners()
                .userOf(vm)
                .filter(findings.users().inactive()::contains)
                .isPresent();
    }

    private static void driveBytes(Picture picture, String realm, Rows rows) {
        Set<String> inactive = picture.findings().users().inactive();
        rows.set(0, realm);
        picture.fleet().drives().orElseThrow().items().stream()
                .filter(drive -> drive.realm().equals(realm) && inactive.contains(drive.owner()))
                .forEach(drive -> rows.add(drive.capacityBytes(), realm));
    }
}
