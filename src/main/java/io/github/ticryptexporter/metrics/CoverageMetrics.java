package io.github.ticryptexporter.metrics;

import static io.github.ticryptexporter.metrics.Family.gauge;

import io.github.ticryptexporter.findings.DanglingReference;
import io.github.ticryptexporter.findings.Host;
import io.github.ticryptexporter.findings.Placement;
import io.github.ticryptexporter.findings.PlacementMethod;
import io.github.ticryptexporter.fleet.Api;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** How much of the picture is missing: objects that cannot be attributed, references that lead nowhere. */
final class CoverageMetrics {

    private static final Set<Api> VMS = Set.of(Api.VMS);

    private CoverageMetrics() {}

    static List<Family> families() {
        return List.of(unattributed(), dangling());
    }

    private static Family unattributed() {
        return gauge(
                        "ticrypt_unattributed",
                        "Objects in the latest poll that cannot be attributed to a team or a host, by kind.")
                .labels("realm", "kind")
                .from("VirtualMachine.team, .resources, .ssh; DriveInfo.team; inventory.hosts")
                .realm(VMS, placements("vm_no_team", placement -> placement.vm().team() == null))
                .realm(
                        VMS,
                        placements(
                                "vm_no_resources", placement -> placement.vm().resources() == null))
                .realm(VMS, placements("vm_host_unknown", CoverageMetrics::isUnplaced))
                .realm(VMS, placements("vm_host_without_capacity", CoverageMetrics::hasNoCapacity))
                .realm(Set.of(Api.DRIVES), CoverageMetrics::drivesWithoutTeam)
                .build();
    }

    private static Family dangling() {
        Family.Builder family = gauge(
                        "ticrypt_dangling_references",
                        "References in the latest poll to objects that no list has, by kind.")
                .labels("kind")
                .from("DriveInfo.owner, .team, .project; VirtualMachine.owner, .team, .project, .config, .drives");
        for (DanglingReference kind : DanglingReference.values()) {
            family.site(
                    kind.sources(),
                    (picture, rows) ->
                            rows.set(picture.findings().disagreements().count(kind), kind.label()));
        }
        return family.build();
    }

    private static boolean isUnplaced(Placement placement) {
        return placement.method() == PlacementMethod.UNKNOWN;
    }

    private static boolean hasNoCapacity(Placement placement) {
        Host host = placement.host();
        return host != null && (host.entry() == null || host.entry().memoryBytes() == null);
    }

    private static void drivesWithoutTeam(Picture picture, String realm, Rows rows) {
        long drives = picture.drives(realm).stream()
                .filter(drive -> drive.team() == null)
                .count();
        rows.set(drives, realm, "drive_no_team");
    }

    private static Family.RealmRows placements(String kind, Predicate<Placement> counted) {
        return (picture, realm, rows) -> {
            long vms =
                    picture.realm(realm).placements().stream().filter(counted).count();
            rows.set(vms, realm, kind);
        };
    }
}
