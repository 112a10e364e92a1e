package io.github.ticryptexporter.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;

/** Section 2, what counts VMs realm by realm; hosts are {@link HostSection}'s. */
final class VmSection {
    static final List<String> OWNER_TYPES = List.of("User", "VM");

    private static final int VERSIONS = 8;
    private static final List<Integer> UPTIME_DAYS = List.of(14, 30, 90);

    private final Site site;
    private final Series series;

    VmSection(Site site, Series series) {
        this.site = site;
        this.series = series;
    }

    void add() {
        for (String realm : site.realms()) {
            site.vms(realm).ifPresent(answer -> addRealm(realm, answer.elements(), answer.at()));
        }
    }

    private void addRealm(String realm, List<JsonNode> vms, Instant now) {
        addOwnerTypes(realm, vms);
        addCounts(realm, vms, now);
        addTimes(realm, vms, now);
        addVersions(realm, vms);
        addAllocated(realm, vms);
    }

    private void addOwnerTypes(String realm, List<JsonNode> vms) {
        for (String type : List.of("User", "VM", "unknown", "other")) {
            long count = count(vms, vm -> ownerType(vm).equals(type));
            series.put("ticrypt_vms", count, "realm", realm, "owner_type", type);
        }
    }

    static String ownerType(JsonNode vm) {
        return Json.folded(vm, "ownerType", OWNER_TYPES, "unknown");
    }

    private void addCounts(String realm, List<JsonNode> vms, Instant now) {
        Duration silentAfter = site.settings().findings().silentAfter();
        put("ticrypt_vms_inactive", realm, count(vms, vm -> Json.isFalse(vm, "active")));
        // Ambiguous: a `shutDown` that cannot be read is dropped and therefore not set.
        put(
                "ticrypt_vms_shutting_down",
                realm,
                count(vms, vm -> Json.millis(vm, "shutDown").isPresent()));
        put("ticrypt_vms_silent", realm, count(vms, vm -> Ages.atLeast(silentAfter, Json.millis(vm, "lastPing"), now)));
        put("ticrypt_vms_quota_exempt", realm, count(vms, site::isExempt));
    }

    private void addTimes(String realm, List<JsonNode> vms, Instant now) {
        smallest(vms, "lastPing")
                .ifPresent(
                        millis -> put("ticrypt_vms_oldest_last_ping_timestamp_seconds", realm, Ages.seconds(millis)));
        smallest(vms, "start")
                .ifPresent(millis -> put("ticrypt_vms_oldest_start_timestamp_seconds", realm, Ages.seconds(millis)));
        for (int days : UPTIME_DAYS) {
            long count = count(vms, vm -> Ages.atLeast(Duration.ofDays(days), Json.millis(vm, "start"), now));
            series.put("ticrypt_vms_uptime_over", count, "realm", realm, "age", days + "d");
        }
    }

    /** Ambiguous: a version that is no number cannot be read and is {@code unknown} like a missing one. */
    private void addVersions(String realm, List<JsonNode> vms) {
        List<String> versions = vms.stream()
                .map(vm -> Json.plainNumber(vm, "protocolVer").orElse("unknown"))
                .toList();
        Ranking.commonest(VERSIONS, versions)
                .forEach((version, count) ->
                        series.put("ticrypt_vms_by_protocol", count, "realm", realm, "version", version));
    }

    private void addAllocated(String realm, List<JsonNode> vms) {
        put("ticrypt_realm_vcpus_allocated", realm, Usage.vcpus(vms));
        put("ticrypt_realm_memory_allocated_bytes", realm, Usage.memory(vms));
        for (String device : deviceTypes(site, realm, vms)) {
            double allocated = Usage.devices(vms, device);
            series.put("ticrypt_realm_devices_allocated", allocated, "realm", realm, "device", device);
        }
    }

    /** The types that are a key anywhere in the realm or its inventory. */
    static Set<String> deviceTypes(Site site, String realm, List<JsonNode> vms) {
        Set<String> types = Usage.deviceTypes(vms);
        site.hostsOf(realm)
                .forEach(host -> types.addAll(host.capacity().devices().keySet()));
        return types;
    }

    private void put(String family, String realm, Number value) {
        series.put(family, value, "realm", realm);
    }

    private static OptionalLong smallest(List<JsonNode> vms, String field) {
        return vms.stream()
                .map(vm -> Json.millis(vm, field))
                .flatMapToLong(millis -> millis.stream())
                .min();
    }

    private static long count(List<JsonNode> vms, Predicate<JsonNode> claim) {
        return vms.stream().filter(claim).count();
    }
}
