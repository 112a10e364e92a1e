package io.github.ticryptexporter.metrics;

import static io.github.ticryptexporter.testing.Drives.drive;
import static io.github.ticryptexporter.testing.Entries.host;
import static io.github.ticryptexporter.testing.Vms.vm;

import io.github.ticryptexporter.findings.FindingSettings;
import io.github.ticryptexporter.fleet.AnomalyKind;
import io.github.ticryptexporter.fleet.Api;
import io.github.ticryptexporter.fleet.DeactivationType;
import io.github.ticryptexporter.fleet.DriveState;
import io.github.ticryptexporter.fleet.FailureReason;
import io.github.ticryptexporter.fleet.FleetSnapshot;
import io.github.ticryptexporter.fleet.ImageInfo;
import io.github.ticryptexporter.fleet.ImageType;
import io.github.ticryptexporter.fleet.InTransition;
import io.github.ticryptexporter.fleet.OwnerType;
import io.github.ticryptexporter.fleet.ProjectInfo;
import io.github.ticryptexporter.fleet.Quota;
import io.github.ticryptexporter.fleet.Source;
import io.github.ticryptexporter.fleet.SourceId;
import io.github.ticryptexporter.fleet.VmConfigInfo;
import io.github.ticryptexporter.fleet.VmConfigState;
import io.github.ticryptexporter.testing.Entries;
import io.github.ticryptexporter.testing.Fleets;
import io.github.ticryptexporter.testing.ManualClock;
import io.github.ticryptexporter.testing.Snapshots;
import io.github.ticryptexporter.testing.Teams;
import io.github.ticryptexporter.testing.Users;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One made-up site with something of everything. */
public final class SmallSite {

    private static final Entries[] INVENTORY = {
        host("rack-a-1").sshHost("10.0.0.1").natPortBase(30000).owning(64, 512, Map.of("gpu-nvidia", 4L)),
        host("rack-a-2").sshHost("10.0.0.2").owning(64, 512, Map.of()).drained(),
        host("rack-b-1").in("libvirt2").pinned("node-7").owning(32, 256, Map.of())
    };

    private SmallSite() {}

    /** What is exposed of it at level {@code detailed}, and so all of it. */
    public static List<ExposedFamily> families() {
        return exposed().at(PrivacyLevel.DETAILED).families();
    }

    /** What a publish of it shows at a privacy level. */
    public static Shown shown(PrivacyLevel level) {
        return exposed().at(level).shown();
    }

    static Exposed exposed() {
        MetricSettings metrics = new MetricSettings(
                PrivacyLevel.STRICT,
                HostPseudonyms.PLAIN,
                Map.of("genomics", "Invented Alias"),
                List.of(new AlertExemption("genomics", "SomeAlert")),
                1000);
        FindingSettings findings = new FindingSettings(
                List.of(), true, 2, Duration.ofMinutes(15), Map.of("libvirt", 256 * Fleets.GIB), Set.of("brick-login"));
        return new Exposed(fleet(), findings, metrics).with(INVENTORY);
    }

    /** Two realms; the images of the second have failed since the start. */
    public static FleetSnapshot fleet() {
        SourceId failing = new SourceId(Api.VM_IMAGES, "libvirt2");
        return Snapshots.knowing("libvirt", "libvirt2")
                .vms(
                        "libvirt",
                        vm("standard")
                                .named("Invented VM")
                                .with("drive-1", "drive-gone")
                                .made(),
                        vm("gpu")
                                .takes(16, 128, Map.of("gpu-nvidia", 2L))
                                .started(Duration.ofDays(40))
                                .made(),
                        vm("elsewhere")
                                .behind("10.0.0.9", 40000, 90)
                                .ownedBy(OwnerType.USER, "user-42")
                                .project("proj|sub")
                                .made(),
                        vm("login").brick("brick-login").reachedAt("10.0.0.2").made())
                .vms(
                        "libvirt2",
                        vm("worker").ownedBy(OwnerType.VM).reachedNowhere().made(),
                        vm("quiet")
                                .pinged(Duration.ofHours(2))
                                .team(null)
                                .withoutResources()
                                .inactive()
                                .made())
                .configs("libvirt", new VmConfigInfo("config-standard", VmConfigState.RUNNING, null, null))
                .configs("libvirt2", new VmConfigInfo("config-worker", VmConfigState.STARTING, null, "node-7"))
                .answered(
                        new SourceId(Api.VM_IMAGES, "libvirt"),
                        List.of(new ImageInfo("image-1", ImageType.LINUX, 5 * Fleets.GIB)))
                .drives(
                        drive("drive-1")
                                .state(DriveState.READ_WRITE)
                                .writtenBy("standard")
                                .made(),
                        drive("drive-2")
                                .named("Invented Drive")
                                .project("proj|project-1")
                                .attached(Duration.ofDays(100))
                                .made(),
                        drive("drive-3").state(DriveState.INITIALIZING).made(),
                        Fleets.aDriveIn("libvirt2"))
                .teams(
                        Teams.like(Fleets.aTeamWithADate())
                                .perUser(new Quota(16L, null, Map.of("drives", 200 * Fleets.GIB), Map.of()))
                                .made(),
                        Fleets.aTeamWithoutLimits())
                .projects(new ProjectInfo("proj|project-1", false, "cui"), new ProjectInfo("proj|sub", true, "cui"))
                .users(
                        Users.user("user-1").neverEscrowed().made(),
                        Users.user("user-9").role("Admin").made(),
                        Users.user("user-42")
                                .deactivated(DeactivationType.TIMEOUT)
                                .made())
                .made()
                .withTransitions(
                        "libvirt2",
                        Map.of("config-worker", new InTransition(VmConfigState.STARTING, ManualClock.START)))
                .with(Source.<ImageInfo>unread(failing)
                        .failed(
                                ManualClock.START,
                                Duration.ofMillis(250),
                                new Source.Failure(FailureReason.NOT_FOUND, "404")))
                .withTally(Api.VMS, tally -> tally.plusResponse(200, 0.02).plusResponse(200, 0.3))
                .withTally(
                        Api.VM_IMAGES,
                        tally -> tally.plusResponse(404, 0.25)
                                .plusResponse(418, 0.25)
                                .plusAnomalies(Map.of(AnomalyKind.DUPLICATE_ID, 1)))
                .withClockSkew(Duration.ofMillis(-1500));
    }
}
