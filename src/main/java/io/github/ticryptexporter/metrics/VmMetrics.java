package io.github.ticryptexporter.metrics;

import static io.github.ticryptexporter.metrics.Family.gauge;

import io.github.ticryptexporter.findings.PlacementMethod;
import io.github.ticryptexporter.fleet.Api;
import io.github.ticryptexporter.fleet.OwnerType;
import io.github.ticryptexporter.fleet.VmInfo;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** VMs and what they take, realm by realm. */
final class VmMetrics {

    private static final Set<Api> VMS = Set.of(Api.VMS);
    private static final int COMMONEST_PROTOCOLS = 8;
    private static final List<Integer> UPTIME_DAYS = List.of(14, 30, 90);

    private VmMetrics() {}

    static List<Family> families() {
        return List.of(
                gauge("ticrypt_vms", "VMs listed in the latest poll of active VMs, by what owns them.")
                        .labels("realm", "owner_type")
                        .from("VirtualMachine.ownerType")
                        .realm(VMS, VmMetrics::byOwnerType)
                        .build(),
                gauge("ticrypt_vms_inactive", "VMs listed in the latest poll that are marked as not active.")
                        .labels("realm")
                        .from("VirtualMachine.active")
                        .realm(VMS, count(vm -> !vm.active()))
                        .build(),
                gauge("ticrypt_vms_shutting_down", "VMs listed in the latest poll that were asked to shut down.")
                        .labels("realm")
                        .from("VirtualMachine.shutDown")
                        .realm(VMS, count(VmInfo::shutDown))
                        .build(),
                gauge(
                                "ticrypt_vms_silent",
                                "VMs listed in the latest poll whose last ping is older than findings.silent-after.")
                        .labels("realm")
                        .from("VirtualMachine.lastPing")
                        .realm(VMS, VmMetrics::silent)
                        .build(),
                gauge(
                                "ticrypt_vms_oldest_last_ping_timestamp_seconds",
                                "Oldest last ping among the VMs listed in the latest poll.")
                        .labels("realm")
                        .from("VirtualMachine.lastPing")
                        .realm(VMS, oldest(VmInfo::lastPing))
                        .build(),
                gauge(
                                "ticrypt_vms_oldest_start_timestamp_seconds",
                                "Oldest start among the VMs listed in the latest poll.")
                        .labels("realm")
                        .from("VirtualMachine.start")
                        .realm(VMS, oldest(VmInfo::start))
                        .build(),
                gauge(
                                "ticrypt_vms_uptime_over",
                                "VMs listed in the latest poll that were started at least this long ago.")
                        .labels("realm", "age")
                        .from("VirtualMachine.start")
                        .realm(VMS, VmMetrics::uptime)
                        .build(),
                gauge(
                                "ticrypt_vms_by_protocol",
                                "VMs listed in the latest poll by controller protocol, the eight commonest and the rest.")
                        .labels("realm", "version")
                        .from("VirtualMachine.protocolVer")
                        .realm(VMS, VmMetrics::byProtocol)
                        .build(),
                gauge(
                                "ticrypt_vms_quota_exempt",
                                "VMs listed in the latest poll on bricks that the configuration exempts from quotas.")
                        .labels("realm")
                        .from("VirtualMachine.brick")
                        .realm(VMS, VmMetrics::quotaExempt)
                        .build(),
                gauge("ticrypt_realm_vcpus_allocated", "vCPUs of all VMs listed in the latest poll.")
                        .labels("realm")
                        .from("VirtualMachine.resources.vcpus")
                        .realm(
                                VMS,
                                (picture, realm, rows) ->
                                        rows.set(picture.realm(realm).total().vcpus(), realm))
                        .build(),
                gauge("ticrypt_realm_memory_allocated_bytes", "Memory of all VMs listed in the latest poll.")
                        .labels("realm")
                        .from("VirtualMachine.resources.memory")
                        .realm(
                                VMS,
                                (picture, realm, rows) ->
                                        rows.set(picture.realm(realm).total().memoryBytes(), realm))
                        .build(),
                gauge("ticrypt_realm_devices_allocated", "Devices of all VMs listed in the latest poll, by type.")
                        .labels("realm", "device")
                        .from("VirtualMachine.resources.devices")
                        .realm(VMS, VmMetrics::devices)
                        .build(),
                gauge("ticrypt_vms_placed", "VMs listed in the latest poll by the rule that found their host.")
                        .labels("realm", "method")
                        .from("VirtualMachine.ip, .ssh, .vpn, VMConfigInfo.host")
                        .realm(VMS, VmMetrics::byPlacement)
                        .build());
    }

    private static void byOwnerType(Picture picture, String realm, Rows rows) {
        for (OwnerType type : OwnerType.values()) {
            rows.set(0, realm, type.label());
        }
        picture.vms(realm).forEach(vm -> rows.add(1, realm, vm.ownerType().label()));
    }

    private static void silent(Picture picture, String realm, Rows rows) {
        Instant silentSince =
                picture.vmsJudgedAt(realm).minus(picture.settings().silentAfter());
        count(vm -> vm.lastPing() != null && !vm.lastPing().isAfter(silentSince))
                .fill(picture, realm, rows);
    }

    private static void uptime(Picture picture, String realm, Rows rows) {
        for (int days : UPTIME_DAYS) {
            Instant startedBy = picture.vmsJudgedAt(realm).minus(Duration.ofDays(days));
            long vms = picture.vms(realm).stream()
                    .filter(vm -> vm.start() != null && !vm.start().isAfter(startedBy))
                    .count();
            rows.set(vms, realm, days + "d");
        }
    }

    private static void byProtocol(Picture picture, String realm, Rows rows) {
        List<String> versions = picture.vms(realm).stream()
                .map(vm -> vm.protocol() == null ? "unknown" : vm.protocol())
                .toList();
        Commonest.of(versions, COMMONEST_PROTOCOLS).forEach((version, vms) -> rows.add(vms, realm, version));
    }

    private static void quotaExempt(Picture picture, String realm, Rows rows) {
        Set<String> exempt = picture.settings().exemptBricks();
        count(vm -> exempt.contains(vm.brick())).fill(picture, realm, rows);
    }

    private static void devices(Picture picture, String realm, Rows rows) {
        var found = picture.realm(realm);
        found.deviceTypes().forEach(type -> rows.set(found.total().devices(type), realm, type));
    }

    private static void byPlacement(Picture picture, String realm, Rows rows) {
        for (PlacementMethod method : PlacementMethod.values()) {
            rows.set(0, realm, method.label());
        }
        picture.realm(realm)
                .placements()
                .forEach(placement -> rows.add(1, realm, placement.method().label()));
    }

    private static Family.RealmRows count(Predicate<VmInfo> counted) {
        return (picture, realm, rows) ->
                rows.set(picture.vms(realm).stream().filter(counted).count(), realm);
    }

    private static Family.RealmRows oldest(Function<VmInfo, @Nullable Instant> time) {
        return (picture, realm, rows) -> picture.vms(realm).stream()
                .map(time)
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .ifPresent(oldest -> rows.set(Seconds.of(oldest), realm));
    }
}
