package io.github.ticryptexporter;

import io.github.ticryptexporter.oracle.HostEntry;
import io.github.ticryptexporter.simulator.wire.AllthenticateUser;
import io.github.ticryptexporter.simulator.wire.DriveInfo;
import io.github.ticryptexporter.simulator.wire.Fleet;
import io.github.ticryptexporter.simulator.wire.HostAndPort;
import io.github.ticryptexporter.simulator.wire.HostUsage;
import io.github.ticryptexporter.simulator.wire.ImageInfo;
import io.github.ticryptexporter.simulator.wire.MonoCloudEmail;
import io.github.ticryptexporter.simulator.wire.MonoCloudUser;
import io.github.ticryptexporter.simulator.wire.ProjectInfo;
import io.github.ticryptexporter.simulator.wire.QuotasTyped;
import io.github.ticryptexporter.simulator.wire.Realm;
import io.github.ticryptexporter.simulator.wire.TeamInfo;
import io.github.ticryptexporter.simulator.wire.TeamMemberInfo;
import io.github.ticryptexporter.simulator.wire.UserInfo;
import io.github.ticryptexporter.simulator.wire.VMConfigInfo;
import io.github.ticryptexporter.simulator.wire.VirtualMachine;
import io.github.ticryptexporter.testing.ManualClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A fleet small enough to know by heart, with nothing wrong in it. Both realms have the same: two VMs on host {@code a}, one
 * writing {@code drive-1}, the other reading {@code drive-2}; {@code config-3} is stopped and {@code drive-3} is ready. All
 * ids but those of people, teams and projects end in the realm's, as in {@code vm-1.libvirt}. Of the users, two are active
 * and known to both identity providers, the third is neither.
 */
final class SmallFleet {
    static final String TEAM = "team|genomics";
    static final String PROJECT = "proj|study";
    static final long GIB = 1L << 30;

    /** In each realm the host that both VMs are on, and in {@code libvirt} an empty one besides. */
    static final HostEntry[] HOSTS = {
        host("a", "libvirt").sshHost("10.0.0.1").pinned("rack-1"),
        host("b", "libvirt").sshHost("10.0.0.2").pinned("rack-2"),
        host("c", "libvirt2").sshHost("10.0.0.1").pinned("rack-1"),
    };

    private SmallFleet() {}

    private static HostEntry host(String name, String realm) {
        return HostEntry.named(name, realm).natPortBase(30_000).owning(64, 1_024 * GIB, Map.of("gpu-nvidia", 4L));
    }

    /** Makes this the fleet, whatever it was before. */
    static void laidInto(Fleet fleet) {
        List.of(fleet.drives, fleet.teams, fleet.projects, fleet.users).forEach(Map::clear);
        List.of(fleet.monoCloudUsers, fleet.allthenticateUsers).forEach(Map::clear);
        for (Realm realm : fleet.realms.values()) {
            List.of(realm.vms, realm.configs, realm.images).forEach(Map::clear);
            layRealm(fleet, realm);
        }
        List.of("user-1", "user-2").forEach(id -> fleet.users.put(id, anActiveUser(id)));
        fleet.users.put("user-3", aDeactivatedUser("user-3"));
        List.of(1, 2).forEach(number -> {
            addMonoCloudUser(fleet, number, number);
            addAllthenticateUser(fleet, number, number);
        });
        fleet.teams.put(TEAM, aTeam("user-1", "user-2"));
        fleet.projects.put(PROJECT, aProject());
    }

    private static void layRealm(Fleet fleet, Realm realm) {
        VirtualMachine first = aVm(realm, 1, "user-1");
        VirtualMachine second = aVm(realm, 2, "user-2");
        List.of(aConfig(realm, 1, "Running"), aConfig(realm, 2, "Running"), aConfig(realm, 3, "Stopped"))
                .forEach(config -> realm.configs.put(config.id, config));
        DriveInfo written = aDrive(realm, 1, "ReadWrite");
        DriveInfo read = aDrive(realm, 2, "ReadOnly");
        written.writer = first.id;
        read.readers = List.of(second.id);
        first.drives = Map.of("vda", written.id);
        second.drives = Map.of("vda", read.id);
        List.of(first, second).forEach(vm -> realm.vms.put(vm.id, vm));
        List.of(written, read, aDrive(realm, 3, "Ready")).forEach(drive -> fleet.drives.put(drive.id, drive));
        ImageInfo image = new ImageInfo();
        image.id = "image-1." + realm.id;
        image.imageType = "linux";
        image.size = GIB;
        realm.images.put(image.id, image);
    }

    private static VirtualMachine aVm(Realm realm, int number, String owner) {
        VirtualMachine vm = new VirtualMachine();
        vm.id = "vm-" + number + "." + realm.id;
        vm.name = "Invented VM " + number;
        vm.owner = owner;
        vm.ownerType = "User";
        vm.brick = "brick-1";
        vm.active = true;
        vm.team = TEAM;
        vm.project = PROJECT;
        vm.protocolVer = 1;
        vm.realmID = realm.id;
        vm.resources = aUsage();
        vm.lastPing = daysAgo(0);
        vm.start = daysAgo(1);
        vm.config = "config-" + number + "." + realm.id;
        reachedAt(vm, "10.0.0.1", 30_000, 10 + number);
        return vm;
    }

    private static HostUsage aUsage() {
        HostUsage usage = new HostUsage();
        usage.vms = 1;
        usage.vcpus = 4;
        usage.memory = 8 * GIB;
        usage.devices = Map.of("gpu-nvidia", 1);
        return usage;
    }

    /** Puts the VM behind a host's address and NAT base, as the inferred arithmetic has it. */
    static void reachedAt(VirtualMachine vm, String host, int natBase, int octet) {
        vm.ip = "192.168.122." + octet;
        vm.ssh = new HostAndPort(host, natBase + octet);
        vm.vpn = new HostAndPort(host, natBase + octet + 256);
    }

    /** A further VM with a config of its own, owned by {@code user-1} and without drives. */
    static VirtualMachine anotherVm(Realm realm) {
        int number = realm.configs.size() + 1;
        VirtualMachine vm = aVm(realm, number, "user-1");
        VMConfigInfo config = aConfig(realm, number, "Running");
        realm.vms.put(vm.id, vm);
        realm.configs.put(config.id, config);
        return vm;
    }

    /** A config of that number, and naming the VM of that number. */
    static VMConfigInfo aConfig(Realm realm, int number, String state) {
        VMConfigInfo config = new VMConfigInfo();
        config.id = "config-" + number + "." + realm.id;
        config.vmID = "vm-" + number + "." + realm.id;
        config.state = state;
        config.owners = List.of("user-1");
        config.name = "Invented config " + number;
        config.brick = "brick-1";
        config.team = TEAM;
        return config;
    }

    private static DriveInfo aDrive(Realm realm, int number, String state) {
        DriveInfo drive = new DriveInfo();
        drive.id = "drive-" + number + "." + realm.id;
        drive.name = "Invented drive " + number;
        drive.owner = "user-1";
        drive.capacity = 100 * GIB;
        drive.format = "ext4";
        drive.diskType = "qcow2";
        drive.created = daysAgo(10);
        drive.attached = daysAgo(1);
        drive.team = TEAM;
        drive.project = PROJECT;
        drive.realmID = realm.id;
        drive.state = state;
        return drive;
    }

    private static UserInfo anActiveUser(String id) {
        UserInfo user = new UserInfo();
        user.id = id;
        user.firstName = "Given-" + id;
        user.lastName = "Family-" + id;
        user.email = id + "@example.edu";
        user.joined = daysAgo(1_000);
        user.role = "User";
        user.state = "Active";
        user.lastLogin = daysAgo(0);
        user.lastEscrow = daysAgo(1);
        user.passChanged = daysAgo(1);
        user.tosAccepted = daysAgo(1);
        return user;
    }

    /** An account that is enabled, of that number, with that user's e-mail. */
    static void addMonoCloudUser(Fleet fleet, int number, int user) {
        MonoCloudEmail email = new MonoCloudEmail();
        email.email = "User-" + user + "@example.edu";
        MonoCloudUser account = new MonoCloudUser();
        account.userId = "account-" + number;
        account.emails = List.of(email);
        fleet.monoCloudUsers.put(account.userId, account);
    }

    /** An account that is active, of that number, with that user's e-mail. */
    static void addAllthenticateUser(Fleet fleet, int number, int user) {
        AllthenticateUser account = new AllthenticateUser();
        account.userId = number;
        account.email = "User-" + user + "@example.edu";
        account.emailStatus = "CONFIRMED";
        account.adStatus = "ACTIVE";
        fleet.allthenticateUsers.put(account.userId, account);
    }

    private static UserInfo aDeactivatedUser(String id) {
        UserInfo user = anActiveUser(id);
        user.state = "Deactivated";
        user.deactivationType = "Admin";
        return user;
    }

    private static TeamInfo aTeam(String... members) {
        TeamInfo team = new TeamInfo();
        team.id = TEAM;
        team.name = "Invented Genomics Team";
        team.teamQuotas.cores = 64L;
        team.teamQuotas.memory = 256 * GIB;
        team.teamQuotas.storage = Map.of("drives", 1_000 * GIB, "vault", 1_000 * GIB);
        team.teamQuotas.devices = Map.of("gpu-nvidia", 8L);
        team.perUserQuotas = new QuotasTyped();
        team.perUserQuotas.cores = 16L;
        team.startDate = daysAgo(100);
        team.endDate = daysAgo(-100);
        team.members = members(members);
        return team;
    }

    static List<TeamMemberInfo> members(String... ids) {
        List<TeamMemberInfo> members = new ArrayList<>();
        for (String id : ids) {
            TeamMemberInfo member = new TeamMemberInfo();
            member.id = id;
            members.add(member);
        }
        return members;
    }

    private static ProjectInfo aProject() {
        ProjectInfo project = new ProjectInfo();
        project.id = PROJECT;
        project.name = "Invented study";
        project.securityLevel = "cui";
        return project;
    }

    /** Epoch milliseconds so many days before every manual clock starts. */
    static long daysAgo(long days) {
        return ManualClock.START.minus(Duration.ofDays(days)).toEpochMilli();
    }
}
