package io.github.ticryptexporter.testing;

import io.github.ticryptexporter.fleet.DriveFormat;
import io.github.ticryptexporter.fleet.DriveInfo;
import io.github.ticryptexporter.fleet.DriveState;
import io.github.ticryptexporter.fleet.EpochMillis;
import io.github.ticryptexporter.fleet.HostAndPort;
import io.github.ticryptexporter.fleet.OwnerType;
import io.github.ticryptexporter.fleet.Quota;
import io.github.ticryptexporter.fleet.Resources;
import io.github.ticryptexporter.fleet.TeamInfo;
import io.github.ticryptexporter.fleet.VmInfo;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Named sample values; each differs from the others in what its name says. */
public final class Fleets {

    public static final String REALM = "libvirt";
    public static final long GIB = 1L << 30;

    private Fleets() {}

    /** 4 vCPUs, 8 GiB, team {@code genomics}, behind host address 10.0.0.1 with NAT base 30000. */
    public static VmInfo aRunningVm(String id) {
        return new VmInfo(
                id,
                "",
                "user-1",
                "brick-standard",
                true,
                "192.168.122.80",
                "genomics",
                null,
                List.of(),
                "1",
                new Resources(4L, 8 * GIB, Map.of()),
                OwnerType.USER,
                new HostAndPort("10.0.0.1", 30080),
                new HostAndPort("10.0.0.1", 30336),
                EpochMillis.of(ManualClock.START.minus(Duration.ofMinutes(1))),
                EpochMillis.of(ManualClock.START.minus(Duration.ofDays(1))),
                false,
                "config-" + id);
    }

    /** A VM reached at these addresses. */
    public static VmInfo aVmReachedAt(String ip, HostAndPort ssh, HostAndPort vpn) {
        return Vms.vm("vm-" + ip + "-" + ssh.port())
                .ip(ip)
                .ssh(ssh.host(), ssh.port())
                .vpn(vpn.host(), vpn.port())
                .made();
    }

    /** 100 GiB, ext4, ready, team {@code genomics}. */
    public static DriveInfo aReadyDrive(String id) {
        return Drives.drive(id).made();
    }

    /** A drive of another realm. */
    public static DriveInfo aDriveIn(String realm) {
        return Drives.drive("drive-of-" + realm)
                .holds(1)
                .format(DriveFormat.XFS)
                .state(DriveState.READ_WRITE)
                .in(realm)
                .team(null)
                .withSnapshot()
                .made();
    }

    /** Team {@code genomics}: 64 cores, 128 GiB, a vault limit, two GPUs. */
    public static TeamInfo aTeamWithLimits() {
        Quota quota = new Quota(64L, 128 * GIB, Map.of("vault", 1024 * GIB), Map.of("gpu-nvidia", 2L));
        return Teams.team("genomics")
                .named("Invented Genomics Team")
                .quota(quota)
                .ends(ManualClock.START)
                .members("user-1", "user-2", "user-3")
                .made();
    }

    /** Team {@code genomics}, which may start when the clocks do and has a limit on drives too. */
    public static TeamInfo aTeamWithADate() {
        Map<String, Long> storage = Map.of("vault", 1024 * GIB, "drives", 512 * GIB);
        return Teams.like(aTeamWithLimits())
                .quota(new Quota(64L, 128 * GIB, storage, Map.of("gpu-nvidia", 2L)))
                .starts(ManualClock.START)
                .made();
    }

    /** Team {@code boundless}: no limit, no use. */
    public static TeamInfo aTeamWithoutLimits() {
        return Teams.team("boundless").named("Invented Boundless Team").made();
    }
}
