package io.github.ticryptexporter.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.ticryptexporter.oracle.Placement.Place;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Section 3: VM configs and images. */
final class ConfigSection {
    private static final List<String> STATES =
            List.of("Stopped", "Starting", "Running", "Suspended", "Stopping", "other");
    /** The states that a config is meant to leave soon. */
    static final List<String> TRANSITIONS = List.of("Starting", "Stopping");

    private static final List<String> IMAGE_TYPES = List.of("linux", "windows", "unknown", "other");

    private final Site site;
    private final Series series;
    private final Hosts names;
    private final Sightings sightings;

    ConfigSection(Site site, Series series, Hosts names, Sightings sightings) {
        this.site = site;
        this.series = series;
        this.names = names;
        this.sightings = sightings;
    }

    void add() {
        for (String realm : site.realms()) {
            site.configs(realm).ifPresent(configs -> addConfigs(realm, configs.elements()));
            site.images(realm).ifPresent(images -> addImages(realm, images.elements()));
        }
    }

    private void addConfigs(String realm, List<JsonNode> configs) {
        for (String state : STATES) {
            long count = configs.stream()
                    .filter(config -> state(config).equals(state))
                    .count();
            series.put("ticrypt_vm_configs", count, "realm", realm, "state", state);
        }
        TRANSITIONS.forEach(state -> addOldest(realm, state, configs));
        inconsistent(realm, "vm_claimed_twice", claimedTwice(configs));
        site.vms(realm).ifPresent(vms -> addInconsistentWithVms(realm, configs, vms.elements()));
    }

    private void addOldest(String realm, String state, List<JsonNode> configs) {
        configs.stream()
                .filter(config -> state(config).equals(state))
                .map(config -> sightings.firstSeen(realm, Json.id(config), state))
                .min(Comparator.naturalOrder())
                .ifPresent(first -> series.put(
                        "ticrypt_vm_configs_oldest_in_state_timestamp_seconds",
                        Ages.seconds(first.toEpochMilli()),
                        "realm",
                        realm,
                        "state",
                        state));
    }

    /** Ambiguous: the set has no {@code unknown}, so that a config without a state is counted under {@code other}. */
    static String state(JsonNode config) {
        return Json.folded(config, "state", STATES, "other");
    }

    /**
     * Ambiguous: "VMs named by" does not say listed, so that the configs alone decide and a VM that is not listed counts.
     */
    private static long claimedTwice(List<JsonNode> configs) {
        Map<String, Integer> claims = new HashMap<>();
        configs.stream()
                .filter(config -> state(config).equals("Running"))
                .flatMap(config -> Json.text(config, "vmID").stream())
                .forEach(vm -> claims.merge(vm, 1, Integer::sum));
        return claims.values().stream().filter(count -> count > 1).count();
    }

    // A VM's config is the one of its realm that the VM itself names: the `vmID` of a config outlives the VM.
    private void addInconsistentWithVms(String realm, List<JsonNode> configs, List<JsonNode> vms) {
        Map<String, JsonNode> configsById = new LinkedHashMap<>();
        configs.forEach(config -> configsById.put(Json.id(config), config));
        inconsistent(realm, "running_without_vm", runningWithoutVm(configs, vms));
        inconsistent(
                realm,
                "vm_without_config",
                vms.stream()
                        .flatMap(vm -> Json.text(vm, "config").stream())
                        .filter(config -> !configsById.containsKey(config))
                        .count());
        inconsistent(
                realm,
                "vm_config_not_running",
                vms.stream()
                        .flatMap(vm -> configOf(vm, configsById).stream())
                        .filter(config -> Set.of("Stopped", "Suspended").contains(state(config)))
                        .count());
        Map<String, Place> places = Placement.in(site, names, realm);
        inconsistent(
                realm,
                "pinned_elsewhere",
                vms.stream()
                        .filter(vm -> configOf(vm, configsById)
                                .flatMap(config -> Json.text(config, "host"))
                                .filter(pin -> isElsewhere(realm, pin, places.getOrDefault(Json.id(vm), Place.UNKNOWN)))
                                .isPresent())
                        .count());
    }

    private static Optional<JsonNode> configOf(JsonNode vm, Map<String, JsonNode> configsById) {
        return Json.text(vm, "config").flatMap(id -> Optional.ofNullable(configsById.get(id)));
    }

    private static long runningWithoutVm(List<JsonNode> configs, List<JsonNode> vms) {
        Set<String> alive = new HashSet<>();
        Set<String> spawned = new HashSet<>();
        vms.forEach(vm -> alive.add(Json.id(vm)));
        vms.forEach(vm -> Json.text(vm, "config").ifPresent(spawned::add));
        return configs.stream()
                .filter(config -> state(config).equals("Running"))
                .filter(config -> !spawned.contains(Json.id(config)))
                .filter(config ->
                        Json.text(config, "vmID").filter(alive::contains).isEmpty())
                .count();
    }

    /**
     * Whether a VM sits on one inventory host while its pin is another's. Of rules 1 to 3 only the first finds inventory
     * hosts.
     */
    private boolean isElsewhere(String realm, String pin, Place place) {
        List<String> pinned = site.hostsOf(realm).stream()
                .filter(host -> pin.equals(host.address().pinned()))
                .map(HostEntry::name)
                .toList();
        return place.method().equals("inventory") && !pinned.isEmpty() && !pinned.contains(place.host());
    }

    private void inconsistent(String realm, String kind, long count) {
        series.put("ticrypt_vm_config_inconsistent", count, "realm", realm, "kind", kind);
    }

    private void addImages(String realm, List<JsonNode> images) {
        for (String type : IMAGE_TYPES) {
            long count = images.stream()
                    .filter(image -> Json.folded(image, "imageType", List.of("linux", "windows"), "unknown")
                            .equals(type))
                    .count();
            series.put("ticrypt_vm_images", count, "realm", realm, "image_type", type);
        }
        double bytes = images.stream()
                .mapToDouble(image -> Json.amount(image, "size").orElse(0))
                .sum();
        series.put("ticrypt_vm_images_bytes", bytes, "realm", realm);
    }
}
