package io.github.ticryptexporter;

import static io.github.ticryptexporter.SmallFleet.aConfig;
import static io.github.ticryptexporter.SmallFleet.daysAgo;
import static io.github.ticryptexporter.SmallFleet.reachedAt;

import io.github.ticryptexporter.simulator.wire.DriveInfo;
import io.github.ticryptexporter.simulator.wire.Fleet;
import io.github.ticryptexporter.simulator.wire.HostAndPort;
import io.github.ticryptexporter.simulator.wire.Realm;
import io.github.ticryptexporter.simulator.wire.TeamInfo;
import io.github.ticryptexporter.simulator.wire.UserInfo;
import io.github.ticryptexporter.simulator.wire.VMConfigInfo;
import io.github.ticryptexporter.simulator.wire.VirtualMachine;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** What can be wrong with the {@link SmallFleet}: one thing at a time, each a row of one family that grows. */
final class WrongFleets {
    private WrongFleets() {}

    /** Rows, by how much each grows, and what is wrong then. */
    static Stream<Arguments> all() {
        return Stream.of(
                        configsAndVms(),
                        drivesAndVms(),
                        usersAtRisk(),
                        usersToLookAfter(),
                        danglingReferences(),
                        whatNobodyAnswersFor(),
                        waysToFindAHost(),
                        accountsAtMonoCloud(),
                        accountsAtAllthenticate(),
                        inactiveOwners())
                .flatMap(cases -> cases);
    }

    private static Stream<Arguments> configsAndVms() {
        return inRealm("ticrypt_vm_config_inconsistent", "kind")
                .when("running_without_vm", fleet -> put(fleet, aConfig(realm(fleet), 9, "Running")))
                .when("vm_without_config", fleet -> vm(fleet).config = "config-gone")
                .when("vm_config_not_running", fleet -> config(fleet, 1).state = "Stopped")
                .when("vm_config_not_running", fleet -> config(fleet, 1).state = "Suspended")
                .when("vm_claimed_twice", fleet -> {
                    config(fleet, 3).state = "Running";
                    config(fleet, 3).vmID = vm(fleet).id;
                })
                .when("pinned_elsewhere", fleet -> config(fleet, 1).host = "rack-2")
                .cases();
    }

    private static Stream<Arguments> drivesAndVms() {
        return inRealm("ticrypt_drive_attachment_inconsistent", "kind")
                .when("readwrite_without_writer", fleet -> drive(fleet, 3).state = "ReadWrite")
                .when("writer_not_active", fleet -> {
                    drive(fleet, 3).state = "ReadWrite";
                    drive(fleet, 3).writer = "vm-1.libvirt2";
                })
                .when("readonly_without_reader", fleet -> drive(fleet, 3).state = "ReadOnly")
                .when("reader_not_active", fleet -> {
                    drive(fleet, 3).state = "ReadOnly";
                    drive(fleet, 3).readers = List.of(vm(fleet).id, "vm-gone");
                })
                .when("ready_but_attached", fleet -> drive(fleet, 3).writer = vm(fleet).id)
                .when("ready_but_attached", fleet -> drive(fleet, 3).readers = List.of(vm(fleet).id))
                .when("writer_and_readers", fleet -> drive(fleet, 1).readers = List.of("vm-2.libvirt"))
                .when("vm_drive_missing", fleet -> vm(fleet).drives = Map.of("vda", "drive-1.libvirt", "vdb", "gone"))
                .when(
                        "vm_drive_unacknowledged",
                        fleet -> vm(fleet).drives = Map.of("vda", "drive-1.libvirt", "vdb", "drive-3.libvirt"))
                .cases();
    }

    private static Stream<Arguments> usersAtRisk() {
        return ofTheSite("ticrypt_users_risk", "kind")
                .when("expired_active", fleet -> user(fleet, 1).expiration = daysAgo(1))
                .when("never_escrowed", fleet -> user(fleet, 1).lastEscrow = null)
                .when("no_team", fleet -> team(fleet).members = SmallFleet.members("user-1"))
                .when("stale_90d", fleet -> user(fleet, 1).lastLogin = daysAgo(90))
                .when("stale_90d", fleet -> user(fleet, 1).lastLogin = null)
                .cases();
    }

    private static Stream<Arguments> usersToLookAfter() {
        return ofTheSite("ticrypt_users_hygiene", "kind")
                .when("tos_never_accepted", fleet -> user(fleet, 1).tosAccepted = null)
                .when("password_older_365d", fleet -> user(fleet, 1).passChanged = daysAgo(365))
                .when("lock_expired", fleet -> user(fleet, 3).deactivatedUntil = daysAgo(1))
                .cases();
    }

    private static Stream<Arguments> danglingReferences() {
        return ofTheSite("ticrypt_dangling_references", "kind")
                .when("drive_owner", fleet -> drive(fleet, 3).owner = "user-gone")
                .when("drive_team", fleet -> drive(fleet, 3).team = "team|gone")
                .when("drive_project", fleet -> drive(fleet, 3).project = "proj|gone")
                .when("vm_owner", fleet -> vm(fleet).owner = "user-gone")
                .when("vm_team", fleet -> vm(fleet).team = "team|gone")
                .when("vm_project", fleet -> vm(fleet).project = "proj|gone")
                .when("vm_config", fleet -> vm(fleet).config = "config-gone")
                .when("vm_drive", fleet -> vm(fleet).drives = Map.of("vda", "drive-1.libvirt", "vdb", "gone"))
                .cases();
    }

    private static Stream<Arguments> whatNobodyAnswersFor() {
        return inRealm("ticrypt_unattributed", "kind")
                .when("vm_no_team", fleet -> vm(fleet).team = null)
                .when("vm_no_resources", fleet -> vm(fleet).resources = null)
                .when("vm_host_unknown", fleet -> reachedThroughLoopback(vm(fleet)))
                .when("vm_host_without_capacity", fleet -> reachedAt(vm(fleet), "10.0.0.9", 30_000, 11))
                .when("drive_no_team", fleet -> drive(fleet, 3).team = null)
                .cases();
    }

    private static Stream<Arguments> waysToFindAHost() {
        return inRealm("ticrypt_vms_placed", "method")
                .when("inventory", fleet -> reachedAt(SmallFleet.anotherVm(realm(fleet)), "10.0.0.2", 30_000, 50))
                .when("nat_base", fleet -> reachedAt(SmallFleet.anotherVm(realm(fleet)), "10.0.0.9", 30_000, 50))
                .when("ssh_host", fleet -> {
                    VirtualMachine vm = SmallFleet.anotherVm(realm(fleet));
                    reachedAt(vm, "10.0.0.9", 30_000, 50);
                    vm.vpn = new HostAndPort("10.0.0.9", 1194);
                })
                .when("pinned", fleet -> {
                    VirtualMachine vm = SmallFleet.anotherVm(realm(fleet));
                    reachedThroughLoopback(vm);
                    Objects.requireNonNull(realm(fleet).configs.get(vm.config)).host = "rack-9";
                })
                .when("unknown", fleet -> reachedThroughLoopback(SmallFleet.anotherVm(realm(fleet))))
                .cases();
    }

    private static Stream<Arguments> accountsAtMonoCloud() {
        return new Cases("ticrypt_identity_drift_users{kind=\"%s\",provider=\"monocloud\"}")
                .when(
                        "active_but_disabled",
                        fleet -> Objects.requireNonNull(fleet.monoCloudUsers.get("account-1")).disabled = true)
                .when("active_but_unknown", fleet -> fleet.monoCloudUsers.remove("account-1"))
                .when("deactivated_but_enabled", fleet -> SmallFleet.addMonoCloudUser(fleet, 3, 3))
                .when("ambiguous", fleet -> SmallFleet.addMonoCloudUser(fleet, 3, 1))
                .cases();
    }

    private static Stream<Arguments> accountsAtAllthenticate() {
        return new Cases("ticrypt_identity_drift_users{kind=\"%s\",provider=\"allthenticate\"}")
                .when(
                        "active_but_disabled",
                        fleet -> Objects.requireNonNull(fleet.allthenticateUsers.get(1L)).adStatus = "SUSPENDED")
                .when("active_but_unknown", fleet -> fleet.allthenticateUsers.remove(1L))
                .when("deactivated_but_enabled", fleet -> SmallFleet.addAllthenticateUser(fleet, 3, 3))
                .when("ambiguous", fleet -> SmallFleet.addAllthenticateUser(fleet, 3, 1))
                .cases();
    }

    private static Stream<Arguments> inactiveOwners() {
        String vms = "ticrypt_inactive_owner_vms{realm=\"libvirt\"}";
        String drives = "ticrypt_inactive_owner_drives_capacity_bytes{realm=\"libvirt\"}";
        Cases cases = new Cases("");
        return Stream.of(
                cases.one(vms, 1, fleet -> vm(fleet).owner = "user-3"),
                cases.one(vms, 2, fleet -> {
                    vm(fleet).owner = "vm-2.libvirt";
                    vm(fleet).ownerType = "VM";
                    Objects.requireNonNull(realm(fleet).vms.get("vm-2.libvirt")).owner = "user-3";
                }),
                cases.one(drives, 100 * SmallFleet.GIB, fleet -> drive(fleet, 3).owner = "user-3"));
    }

    private static Realm realm(Fleet fleet) {
        return fleet.realm("libvirt");
    }

    private static VirtualMachine vm(Fleet fleet) {
        return Objects.requireNonNull(realm(fleet).vms.get("vm-1.libvirt"));
    }

    private static VMConfigInfo config(Fleet fleet, int number) {
        return Objects.requireNonNull(realm(fleet).configs.get("config-" + number + ".libvirt"));
    }

    private static DriveInfo drive(Fleet fleet, int number) {
        return Objects.requireNonNull(fleet.drives.get("drive-" + number + ".libvirt"));
    }

    private static UserInfo user(Fleet fleet, int number) {
        return Objects.requireNonNull(fleet.users.get("user-" + number));
    }

    private static TeamInfo team(Fleet fleet) {
        return Objects.requireNonNull(fleet.teams.get(SmallFleet.TEAM));
    }

    private static void put(Fleet fleet, VMConfigInfo config) {
        realm(fleet).configs.put(config.id, config);
    }

    private static void reachedThroughLoopback(VirtualMachine vm) {
        vm.ssh = new HostAndPort("127.0.0.1", 22);
        vm.vpn = new HostAndPort("127.0.0.1", 1194);
    }

    private static Cases inRealm(String family, String label) {
        return new Cases(family + "{" + label + "=\"%s\",realm=\"libvirt\"}");
    }

    private static Cases ofTheSite(String family, String label) {
        return new Cases(family + "{" + label + "=\"%s\"}");
    }

    /** Collects what makes which row of one family one more. */
    private static final class Cases {
        private final String row;
        private final Stream.Builder<Arguments> cases = Stream.builder();

        Cases(String row) {
            this.row = row;
        }

        Cases when(String value, Consumer<Fleet> wrong) {
            cases.add(one(row.formatted(value), 1, wrong));
            return this;
        }

        Arguments one(String series, double by, Consumer<Fleet> wrong) {
            return Arguments.of(series, by, wrong);
        }

        Stream<Arguments> cases() {
            return cases.build();
        }
    }
}
