package io.github.ticryptexporter.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.ticryptexporter.oracle.Placement.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * Section 2, hosts: what is taken from them, what they have, what is left.
 *
 * <p>Ambiguous: capacity, {@code schedulable} and the large VM's size come from the configuration, which is no source
 * that can hold no data; they are always exposed, also for a realm that is not known or has not answered.
 */
final class HostSection {
    private final Site site;
    private final Series series;
    private final Hosts names;

    HostSection(Site site, Series series, Hosts names) {
        this.site = site;
        this.series = series;
        this.names = names;
    }

    void add() {
        site.settings().placing().hosts().forEach(this::addCapacity);
        site.settings()
                .findings()
                .largeVmMemory()
                .forEach((realm, bytes) -> series.put("ticrypt_realm_large_vm_memory_bytes", bytes, "realm", realm));
        for (String realm : site.realms()) {
            site.vms(realm).ifPresent(answer -> addRealm(realm, answer.elements()));
        }
    }

    private void addCapacity(HostEntry host) {
        HostEntry.Capacity capacity = host.capacity();
        put("ticrypt_host_schedulable", host, host.schedulable() ? 1 : 0);
        Optional.ofNullable(capacity.vcpus()).ifPresent(vcpus -> put("ticrypt_host_vcpus_capacity", host, vcpus));
        Optional.ofNullable(capacity.memoryBytes())
                .ifPresent(bytes -> put("ticrypt_host_memory_capacity_bytes", host, bytes));
        capacity.devices()
                .forEach((device, count) -> series.put(
                        "ticrypt_host_devices_capacity",
                        count,
                        "realm",
                        host.realm(),
                        "host",
                        host.name(),
                        "device",
                        device));
    }

    private void put(String family, HostEntry host, Number value) {
        series.put(family, value, "realm", host.realm(), "host", host.name());
    }

    private void addRealm(String realm, List<JsonNode> vms) {
        Map<String, Place> places = Placement.in(site, names, realm);
        addMethods(realm, places);
        SortedMap<String, List<JsonNode>> vmsByHost = vmsByHost(realm, vms, places);
        vmsByHost.forEach((host, itsVms) -> addHost(realm, host, itsVms));
        new Headroom(site, realm, vmsByHost).addTo(series, VmSection.deviceTypes(site, realm, vms));
    }

    private void addMethods(String realm, Map<String, Place> places) {
        for (String method : Placement.METHODS) {
            long count = places.values().stream()
                    .filter(place -> place.method().equals(method))
                    .count();
            series.put("ticrypt_vms_placed", count, "realm", realm, "method", method);
        }
    }

    /** The inventory's hosts, empty ones too, and any other host that VMs sit on. */
    private SortedMap<String, List<JsonNode>> vmsByHost(String realm, List<JsonNode> vms, Map<String, Place> places) {
        SortedMap<String, List<JsonNode>> vmsByHost = new TreeMap<>();
        site.hostsOf(realm).forEach(host -> vmsByHost.put(host.name(), new ArrayList<>()));
        for (JsonNode vm : vms) {
            Place place = places.getOrDefault(Json.id(vm), Place.UNKNOWN);
            if (!place.equals(Place.UNKNOWN)) {
                vmsByHost
                        .computeIfAbsent(place.host(), host -> new ArrayList<>())
                        .add(vm);
            }
        }
        return vmsByHost;
    }

    private void addHost(String realm, String host, List<JsonNode> vms) {
        series.put("ticrypt_host_vms", vms.size(), "realm", realm, "host", host);
        series.put("ticrypt_host_vcpus_allocated", Usage.vcpus(vms), "realm", realm, "host", host);
        series.put("ticrypt_host_memory_allocated_bytes", Usage.memory(vms), "realm", realm, "host", host);
        Set<String> devices = Usage.deviceTypes(vms);
        site.hostsOf(realm).stream()
                .filter(entry -> entry.name().equals(host))
                .forEach(entry -> devices.addAll(entry.capacity().devices().keySet()));
        for (String device : devices) {
            double allocated = Usage.devices(vms, device);
            series.put("ticrypt_host_devices_allocated", allocated, "realm", realm, "host", host, "device", device);
        }
    }

    /** The most that is free on one schedulable inventory host of a realm. */
    private record Headroom(Site site, String realm, Map<String, List<JsonNode>> vmsByHost) {
        void addTo(Series series, Set<String> deviceTypes) {
            double overcommit = site.settings().placing().vcpuOvercommit();
            most(entry -> Optional.ofNullable(entry.capacity().memoryBytes()).map(Long::doubleValue), Usage::memory)
                    .ifPresent(free -> series.put("ticrypt_realm_largest_free_memory_bytes", free, "realm", realm));
            most(entry -> Optional.ofNullable(entry.capacity().vcpus()).map(v -> v * overcommit), Usage::vcpus)
                    .ifPresent(free -> series.put("ticrypt_realm_largest_free_vcpus", free, "realm", realm));
            for (String type : deviceTypes) {
                most(
                                entry -> Optional.ofNullable(
                                                entry.capacity().devices().get(type))
                                        .map(Long::doubleValue),
                                vms -> Usage.devices(vms, type))
                        .ifPresent(free ->
                                series.put("ticrypt_realm_largest_free_devices", free, "realm", realm, "device", type));
            }
        }

        /**
         * Absent without a host of known capacity, 0 when all such are drained.
         *
         * <p>Ambiguous: a host whose entry does not name a device type is none of known capacity for that type.
         */
        private Optional<Double> most(
                Function<HostEntry, Optional<Double>> capacity, ToDoubleFunction<List<JsonNode>> allocated) {
            Optional<Double> most = Optional.empty();
            for (HostEntry entry : site.hostsOf(realm)) {
                Optional<Double> has = capacity.apply(entry);
                if (has.isPresent()) {
                    double taken = allocated.applyAsDouble(vmsByHost.getOrDefault(entry.name(), List.of()));
                    double free = entry.schedulable() ? has.get() - taken : 0;
                    most = Optional.of(Math.max(free, most.orElse(0.0)));
                }
            }
            return most;
        }
    }
}
