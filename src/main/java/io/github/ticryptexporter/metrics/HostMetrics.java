package io.github.ticryptexporter.metrics;

import static io.github.ticryptexporter.metrics.Family.gauge;

import io.github.ticryptexporter.findings.Host;
import io.github.ticryptexporter.findings.HostEntry;
import io.github.ticryptexporter.findings.Use;
import io.github.ticryptexporter.fleet.Api;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** What VMs take from their hosts, what the inventory says those have, and what still fits. */
final class HostMetrics {

    private static final Set<Api> VMS = Set.of(Api.VMS);
    private static final Set<Api> INVENTORY_ALONE = Set.of();
    private static final String INVENTORY = "inventory.hosts";

    private HostMetrics() {}

    static List<Family> families() {
        return List.of(
                gauge("ticrypt_host_vms", "VMs listed in the latest poll that sit on this host.")
                        .labels("realm", "host")
                        .foldsBy(Folding.USE)
                        .from("VirtualMachine.ssh, .vpn, .ip")
                        .realm(VMS, perHost(Use::vms))
                        .build(),
                gauge("ticrypt_host_vcpus_allocated", "vCPUs of the polled VMs that sit on this host.")
                        .labels("realm", "host")
                        .foldsBy(Folding.USE)
                        .from("VirtualMachine.resources.vcpus")
                        .realm(VMS, perHost(Use::vcpus))
                        .build(),
                gauge("ticrypt_host_memory_allocated_bytes", "Memory of the polled VMs that sit on this host.")
                        .labels("realm", "host")
                        .foldsBy(Folding.USE)
                        .from("VirtualMachine.resources.memory")
                        .realm(VMS, perHost(Use::memoryBytes))
                        .build(),
                gauge("ticrypt_host_devices_allocated", "Devices of the polled VMs that sit on this host, by type.")
                        .labels("realm", "host", "device")
                        .foldsBy(Folding.SUM)
                        .from("VirtualMachine.resources.devices")
                        .realm(VMS, HostMetrics::devicesAllocated)
                        .build(),
                gauge("ticrypt_host_vcpus_capacity", "vCPUs of the host as the inventory, which is not polled, has it.")
                        .labels("realm", "host")
                        .foldsBy(Folding.SUM)
                        .from(INVENTORY)
                        .site(INVENTORY_ALONE, perEntry(HostEntry::vcpus))
                        .build(),
                gauge(
                                "ticrypt_host_memory_capacity_bytes",
                                "Memory of the host as the inventory, which is not polled, has it.")
                        .labels("realm", "host")
                        .foldsBy(Folding.SUM)
                        .from(INVENTORY)
                        .site(INVENTORY_ALONE, perEntry(HostEntry::memoryBytes))
                        .build(),
                gauge(
                                "ticrypt_host_devices_capacity",
                                "Devices of the host as the inventory, which is not polled, has it, by type.")
                        .labels("realm", "host", "device")
                        .foldsBy(Folding.SUM)
                        .from(INVENTORY)
                        .site(INVENTORY_ALONE, HostMetrics::devicesCapacity)
                        .build(),
                gauge(
                                "ticrypt_host_schedulable",
                                "Whether the inventory, which is not polled, lets VMs start on the host; 0 when drained.")
                        .labels("realm", "host")
                        .foldsBy(Folding.NONE)
                        .from(INVENTORY)
                        .site(INVENTORY_ALONE, perEntry(entry -> entry.schedulable() ? 1 : 0))
                        .build(),
                gauge(
                                "ticrypt_realm_largest_free_memory_bytes",
                                "Most memory that the polled VMs leave free on one schedulable inventory host.")
                        .labels("realm")
                        .from("VirtualMachine.resources.memory, " + INVENTORY)
                        .realm(
                                VMS,
                                (picture, realm, rows) -> picture.realm(realm)
                                        .largestFreeMemoryBytes()
                                        .ifPresent(free -> rows.set(free, realm)))
                        .build(),
                gauge(
                                "ticrypt_realm_largest_free_vcpus",
                                "Most vCPUs, with overcommitment, that the polled VMs leave free on one schedulable host.")
                        .labels("realm")
                        .from("VirtualMachine.resources.vcpus, " + INVENTORY)
                        .realm(
                                VMS,
                                (picture, realm, rows) -> picture.realm(realm)
                                        .largestFreeVcpus()
                                        .ifPresent(free -> rows.set(free, realm)))
                        .build(),
                gauge(
                                "ticrypt_realm_largest_free_devices",
                                "Most devices of a type that the polled VMs leave free on one schedulable host.")
                        .labels("realm", "device")
                        .from("VirtualMachine.resources.devices, " + INVENTORY)
                        .realm(VMS, HostMetrics::largestFreeDevices)
                        .build(),
                gauge(
                                "ticrypt_realm_large_vm_memory_bytes",
                                "Setting, not polled: the VM size that the realm should always be able to place.")
                        .labels("realm")
                        .from("findings.large-vm-memory")
                        .site(
                                INVENTORY_ALONE,
                                (picture, rows) -> picture.settings()
                                        .largeVmMemoryBytes()
                                        .forEach((realm, bytes) -> rows.set(bytes, realm)))
                        .build());
    }

    private static void devicesAllocated(Picture picture, String realm, Rows rows) {
        picture.realm(realm).hosts().forEach((host, use) -> {
            String label = picture.hostLabels().of(host);
            deviceTypes(host, use).forEach(type -> rows.add(use.devices(type), realm, label, type));
        });
    }

    /** The types that the host owns or its VMs name. */
    private static Set<String> deviceTypes(Host host, Use use) {
        Set<String> types = new TreeSet<>(use.devices().keySet());
        if (host.entry() != null) {
            types.addAll(host.entry().devices().keySet());
        }
        return types;
    }

    private static void devicesCapacity(Picture picture, Rows rows) {
        for (HostEntry entry : picture.settings().hosts()) {
            entry.devices().forEach((type, count) -> rows.set(count, entry.realm(), entry.name(), type));
        }
    }

    private static void largestFreeDevices(Picture picture, String realm, Rows rows) {
        var found = picture.realm(realm);
        for (String type : found.deviceTypes()) {
            found.largestFreeDevices(type).ifPresent(free -> rows.set(free, realm, type));
        }
    }

    private static Family.RealmRows perHost(ToDoubleFunction<Use> value) {
        return (picture, realm, rows) -> picture.realm(realm)
                .hosts()
                .forEach((host, use) -> rows.add(
                        value.applyAsDouble(use), realm, picture.hostLabels().of(host)));
    }

    private static Family.SiteRows perEntry(Function<HostEntry, @Nullable Number> value) {
        return (picture, rows) -> {
            for (HostEntry entry : picture.settings().hosts()) {
                Number number = value.apply(entry);
                if (number != null) {
                    rows.set(number.doubleValue(), entry.realm(), entry.name());
                }
            }
        };
    }
}
