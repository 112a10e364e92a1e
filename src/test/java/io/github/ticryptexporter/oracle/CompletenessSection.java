package io.github.ticryptexporter.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.ticryptexporter.oracle.Placement.Place;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Section 1, the two families that say how much of the picture is missing. Each kind needs its own sources only. */
final class CompletenessSection {
    private final Site site;
    private final Series series;
    private final Hosts names;

    CompletenessSection(Site site, Series series, Hosts names) {
        this.site = site;
        this.series = series;
        this.names = names;
    }

    void add() {
        for (String realm : site.realms()) {
            site.vms(realm).ifPresent(answer -> addUnattributedVms(realm, answer.elements()));
            if (site.drives().isPresent()) {
                unattributed(realm, "drive_no_team", site.drivesOf(realm), drive -> lacks(drive, "team"));
            }
        }
        addDangling();
    }

    /**
     * Ambiguous: {@code resources} counts as absent when it is no object. A VM whose host is unknown is not counted once
     * more as one whose host has no capacity.
     */
    private void addUnattributedVms(String realm, List<JsonNode> vms) {
        Map<String, Place> places = Placement.in(site, names, realm);
        Set<String> withCapacity = new HashSet<>();
        site.hostsOf(realm).stream()
                .filter(entry -> entry.capacity().memoryBytes() != null)
                .forEach(entry -> withCapacity.add(entry.name()));
        unattributed(realm, "vm_no_team", vms, vm -> lacks(vm, "team"));
        unattributed(realm, "vm_no_resources", vms, vm -> !vm.path("resources").isObject());
        unattributed(realm, "vm_host_unknown", vms, vm -> Place.UNKNOWN.equals(places.get(Json.id(vm))));
        unattributed(realm, "vm_host_without_capacity", vms, vm -> {
            Place place = places.getOrDefault(Json.id(vm), Place.UNKNOWN);
            return !place.equals(Place.UNKNOWN) && !withCapacity.contains(place.host());
        });
    }

    private void unattributed(String realm, String kind, List<JsonNode> objects, Predicate<JsonNode> isSo) {
        long count = objects.stream().filter(isSo).count();
        series.put("ticrypt_unattributed", count, "realm", realm, "kind", kind);
    }

    private static boolean lacks(JsonNode object, String field) {
        return Json.text(object, field).isEmpty();
    }

    /**
     * Each kind wants the list that refers and the list that is referred to; VMs and configs those of every known realm.
     *
     * <p>Ambiguous: an object listed in any realm is in a list, wherever it is referred to from.
     */
    private void addDangling() {
        site.drives().ifPresent(drives -> addDanglingOfDrives(drives.elements()));
        if (site.holdsInEveryRealm("vms")) {
            addDanglingOfVms(site.everyVm());
        }
    }

    private void addDanglingOfDrives(List<JsonNode> drives) {
        ifHeld(site.users(), users -> dangling("drive_owner", drives, drive -> misses(drive, "owner", users)));
        ifHeld(site.teams(), teams -> dangling("drive_team", drives, drive -> misses(drive, "team", teams)));
        if (holdsProjects()) {
            dangling("drive_project", drives, this::missesProject);
        }
    }

    private void addDanglingOfVms(List<JsonNode> vms) {
        ifHeld(site.users(), users -> dangling("vm_owner", vms, vm -> missesOwner(vm, users)));
        ifHeld(site.teams(), teams -> dangling("vm_team", vms, vm -> misses(vm, "team", teams)));
        if (holdsProjects()) {
            dangling("vm_project", vms, this::missesProject);
        }
        if (site.holdsInEveryRealm("vm_configs")) {
            Set<String> configs = ids(site.everyConfig());
            dangling("vm_config", vms, vm -> misses(vm, "config", configs));
        }
        ifHeld(site.drives(), drives -> {
            long references = vms.stream()
                    .flatMap(vm -> Json.textValues(vm, "drives").stream())
                    .filter(drive -> !drives.contains(drive))
                    .count();
            series.put("ticrypt_dangling_references", references, "kind", "vm_drive");
        });
    }

    private static void ifHeld(Optional<RawAnswer> list, Consumer<Set<String>> withIds) {
        list.ifPresent(answer -> withIds.accept(ids(answer.elements())));
    }

    private void dangling(String kind, List<JsonNode> objects, Predicate<JsonNode> isSo) {
        long count = objects.stream().filter(isSo).count();
        series.put("ticrypt_dangling_references", count, "kind", kind);
    }

    private static boolean misses(JsonNode object, String field, Set<String> ids) {
        return Json.text(object, field).filter(id -> !ids.contains(id)).isPresent();
    }

    /** Ambiguous: while any look-up is not answered, by 200 or 404, nothing is said of projects. */
    private boolean holdsProjects() {
        return site.projects().isPresent() && site.everyProjectIsAnswered();
    }

    private boolean missesProject(JsonNode object) {
        return Json.text(object, "project")
                .filter(id -> !site.raw().projects().getOrDefault(id, true))
                .isPresent();
    }

    /**
     * Ambiguous: the owner of a VM of {@code ownerType} {@code VM} is looked for among the VMs, and where the type says
     * neither, among users and VMs.
     */
    private boolean missesOwner(JsonNode vm, Set<String> users) {
        String type = VmSection.ownerType(vm);
        boolean mayBeUser = !type.equals("VM");
        boolean mayBeVm = !type.equals("User");
        return Json.text(vm, "owner")
                .filter(id -> !(mayBeUser && users.contains(id)))
                .filter(id -> !(mayBeVm && site.listsVm(id)))
                .isPresent();
    }

    private static Set<String> ids(List<JsonNode> objects) {
        Set<String> ids = new HashSet<>();
        objects.forEach(object -> ids.add(Json.id(object)));
        return ids;
    }
}
