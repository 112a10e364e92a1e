package io.github.ticryptexporter.testing;

import io.github.ticryptexporter.fleet.DriveFormat;
import io.github.ticryptexporter.fleet.DriveInfo;
import io.github.ticryptexporter.fleet.DriveState;
import io.github.ticryptexporter.fleet.HostAndPort;
import io.github.ticryptexporter.fleet.OwnerType;
import io.github.ticryptexporter.fleet.Quota;
import io.github.ticryptexporter.fleet.Resources;
import io.github.ticryptexporter.fleet.TeamInfo;
import io.github.ticryptexporter.fleet.VmInfo;
import java.time.Duration;
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
                "brick-standard",
                true,
                "192.168.122.80",
                "genomics",
                "1",
                new Resources(4, 8 * GIB, Map.of()),
                OwnerType.USER,
                new HostAndPort("10.0.0.1", 30080),
                new HostAndPort("10.0.0.1", 30336),
                ManualClock.START.minus(Duration.ofMinutes(1)),
                ManualClock.START.minus(Duration.ofDays(1)),
                false,
                "config-" + id);
    }

    /** A VM reached at these addresses. */
    public static VmInfo aVmReachedAt(String ip, HostAndPort ssh, HostAndPort vpn) {
        VmInfo vm = aRunningVm("vm-" + ip + "-" + ssh.port());
        return new VmInfo(
                vm.id(),
                vm.brick(),
                vm.active(),
                ip,
                vm.team(),
                vm.protocol(),
                vm.resources(),
                vm.ownerType(),
                ssh,
                vpn,
                vm.lastPing(),
                vm.start(),
                vm.shutDown(),
                vm.config());
    }

    /** 100 GiB, ext4, ready, team {@code genomics}. */
    public static DriveInfo aReadyDrive(String id) {
        return new DriveInfo(id, 100 * GIB, DriveFormat.EXT4, DriveState.READY, REALM, "genomics", false);
    }

    /** A drive of another realm. */
    public static DriveInfo aDriveIn(String realm) {
        return new DriveInfo("drive-of-" + realm, GIB, DriveFormat.XFS, DriveState.READ_WRITE, realm, null, true);
    }

    /** Team {@code genomics}: 64 cores, 128 GiB, a vault limit, two GPUs. */
    public static TeamInfo aTeamWithLimits() {
        Quota quota = new Quota(64L, 128 * GIB, Map.of("vault", 1024 * GIB), Map.of("gpu-nvidia", 2L));
        return new TeamInfo("genomics", "Invented Genomics Team", quota, null, ManualClock.START, 3);
    }

    /** Team {@code genomics}, which may start when the clocks do and has a limit on drives too. */
    public static TeamInfo aTeamWithADate() {
        TeamInfo team = aTeamWithLimits();
        Map<String, Long> storage = Map.of("vault", 1024 * GIB, "drives", 512 * GIB);
        Quota quota = new Quota(
                team.quota().cores(),
                team.quota().memoryBytes(),
                storage,
                team.quota().devices());
        return new TeamInfo(team.id(), team.name(), quota, ManualClock.START, team.endDate(), team.members());
    }

    /** Team {@code boundless}: no limit, no use. */
    public static TeamInfo aTeamWithoutLimits() {
        return new TeamInfo("boundless", "Invented Boundless Team", Quota.UNLIMITED, null, null, 0);
    }
}
