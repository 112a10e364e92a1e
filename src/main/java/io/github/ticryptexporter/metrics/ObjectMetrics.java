package io.github.ticryptexporter.metrics;

import static io.github.ticryptexporter.metrics.Family.gauge;
import static io.github.ticryptexporter.metrics.Family.info;

import io.github.ticryptexporter.findings.Placement;
import io.github.ticryptexporter.fleet.Api;
import io.github.ticryptexporter.fleet.DriveInfo;
import io.github.ticryptexporter.fleet.DriveState;
import io.github.ticryptexporter.fleet.Resources;
import io.github.ticryptexporter.fleet.VmInfo;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** VMs and drives one by one, with their ids and names: the only families that show single objects. */
final class ObjectMetrics {

    private static final Set<Api> VMS = Set.of(Api.VMS);
    private static final Set<Api> DRIVES = Set.of(Api.DRIVES);

    private static final String PROJECT_PREFIX = "proj|";

    private ObjectMetrics() {}

    static List<Family> families() {
        return List.of(
                info("ticrypt_vm_info", "VM listed in the latest poll: where it sits and what it belongs to.")
                        .labels("realm", "vm", "name", "host", "team", "project", "owner_type", "config", "brick")
                        .from("VirtualMachine.id, .name, .ssh, .vpn, .ip, .team, .project, .ownerType, .config, .brick")
                        .onlyAt(PrivacyLevel.DETAILED)
                        .realm(VMS, ObjectMetrics::vms)
                        .build(),
                vm("ticrypt_vm_vcpus", "vCPUs of the polled VM; absent when not known.")
                        .from("VirtualMachine.resources.vcpus")
                        .realm(VMS, perVm(resource(Resources::vcpus)))
                        .build(),
                vm("ticrypt_vm_memory_bytes", "Memory of the polled VM; absent when not known.")
                        .from("VirtualMachine.resources.memory")
                        .realm(VMS, perVm(resource(Resources::memoryBytes)))
                        .build(),
                vm("ticrypt_vm_start_timestamp_seconds", "When the polled VM was started; absent when not known.")
                        .from("VirtualMachine.start")
                        .realm(VMS, perVm(time(VmInfo::start)))
                        .build(),
                vm(
                                "ticrypt_vm_last_ping_timestamp_seconds",
                                "When the polled VM last pinged; absent when it never did.")
                        .from("VirtualMachine.lastPing")
                        .realm(VMS, perVm(time(VmInfo::lastPing)))
                        .build(),
                gauge("ticrypt_vm_devices", "Devices of the polled VM, by type.")
                        .labels("realm", "vm", "device")
                        .from("VirtualMachine.resources.devices")
                        .onlyAt(PrivacyLevel.DETAILED)
                        .realm(VMS, ObjectMetrics::devices)
                        .build(),
                info("ticrypt_drive_info", "Drive in the latest poll: what it belongs to and how it is laid out.")
                        .labels("realm", "drive", "name", "team", "project", "format", "disk_type")
                        .from("DriveInfo.id, .name, .team, .project, .format, .diskType")
                        .onlyAt(PrivacyLevel.DETAILED)
                        .realm(DRIVES, ObjectMetrics::drives)
                        .build(),
                gauge(
                                "ticrypt_drive_capacity_bytes",
                                "Capacity, provisioned rather than written, of the polled drive; absent when not known.")
                        .labels("realm", "drive")
                        .from("DriveInfo.capacity")
                        .onlyAt(PrivacyLevel.DETAILED)
                        .realm(DRIVES, ObjectMetrics::capacities)
                        .build(),
                gauge("ticrypt_drive_state", "Whether the polled drive is in this state, of all that there are.")
                        .labels("realm", "drive", "state")
                        .from("DriveInfo.state")
                        .onlyAt(PrivacyLevel.DETAILED)
                        .realm(DRIVES, ObjectMetrics::states)
                        .build());
    }

    private static Family.Builder vm(String name, String help) {
        return gauge(name, help).labels("realm", "vm").onlyAt(PrivacyLevel.DETAILED);
    }

    private static void vms(Picture picture, String realm, Rows rows) {
        for (Placement placement : picture.realm(realm).placements()) {
            VmInfo vm = placement.vm();
            rows.set(
                    1,
                    realm,
                    vm.id(),
                    DisplayName.of(vm.name()),
                    placement.knownHost().map(picture.hostLabels()::of).orElse(""),
                    orEmpty(vm.team()),
                    project(vm.project()),
                    vm.ownerType().label(),
                    orEmpty(vm.config()),
                    vm.brick());
        }
    }

    private static void devices(Picture picture, String realm, Rows rows) {
        for (VmInfo vm : picture.vms(realm)) {
            Resources taken = vm.resources();
            if (taken != null) {
                taken.devices().forEach((type, count) -> rows.set(count, realm, vm.id(), type));
            }
        }
    }

    private static void drives(Picture picture, String realm, Rows rows) {
        for (DriveInfo drive : picture.drives(realm)) {
            rows.set(
                    1,
                    realm,
                    drive.id(),
                    DisplayName.of(drive.name()),
                    orEmpty(drive.team()),
                    project(drive.project()),
                    drive.format().label(),
                    drive.diskType().label());
        }
    }

    private static void capacities(Picture picture, String realm, Rows rows) {
        for (DriveInfo drive : picture.drives(realm)) {
            if (drive.knownCapacityBytes() >= 0) {
                rows.set(drive.knownCapacityBytes(), realm, drive.id());
            }
        }
    }

    private static void states(Picture picture, String realm, Rows rows) {
        for (DriveInfo drive : picture.drives(realm)) {
            for (DriveState state : DriveState.values()) {
                rows.set(state == drive.state() ? 1 : 0, realm, drive.id(), state.label());
            }
        }
    }

    private static String orEmpty(@Nullable String id) {
        return Objects.requireNonNullElse(id, "");
    }

    /** The id without its prefix, as those of teams are. */
    private static String project(@Nullable String id) {
        String whole = orEmpty(id);
        return whole.startsWith(PROJECT_PREFIX) ? whole.substring(PROJECT_PREFIX.length()) : whole;
    }

    /** One row for each VM that has the number. */
    private static Family.RealmRows perVm(Function<VmInfo, @Nullable Double> number) {
        return (picture, realm, rows) -> {
            for (VmInfo vm : picture.vms(realm)) {
                Double value = number.apply(vm);
                if (value != null) {
                    rows.set(value, realm, vm.id());
                }
            }
        };
    }

    private static Function<VmInfo, @Nullable Double> resource(Function<Resources, @Nullable Long> amount) {
        return vm -> {
            Long known = vm.resources() == null ? null : amount.apply(vm.resources());
            return known == null ? null : (Double) known.doubleValue();
        };
    }

    private static Function<VmInfo, @Nullable Double> time(Function<VmInfo, @Nullable Instant> time) {
        return vm -> {
            Instant at = time.apply(vm);
            return at == null ? null : (Double) Seconds.of(at);
        };
    }
}
