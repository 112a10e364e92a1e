package io.github.ticryptexporter.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Section 6, what users hold who are not {@code Active}. Someone whom the list of users lacks is none of them.
 *
 * <p>Ambiguous: the fine print counts inactive owners among the site-wide families; a realm's VMs are therefore shown only
 * while those of every known realm hold data (the VM that owns a VM may be elsewhere), the drives without any VM.
 */
final class InactiveOwners {
    private final Site site;
    private final Series series;
    private final Set<String> inactive;

    InactiveOwners(Site site, Series series) {
        this.site = site;
        this.series = series;
        this.inactive = inactive(site);
    }

    void add() {
        if (site.users().isEmpty()) {
            return;
        }
        for (String realm : site.realms()) {
            if (site.holdsInEveryRealm("vms")) {
                addVms(realm, site.vms(realm).orElseThrow().elements());
            }
            if (site.drives().isPresent()) {
                addDrives(realm, site.drivesOf(realm));
            }
        }
    }

    private void addVms(String realm, List<JsonNode> vms) {
        long count = vms.stream().filter(vm -> isInactive(site.ownerOf(vm))).count();
        series.put("ticrypt_inactive_owner_vms", count, "realm", realm);
    }

    private void addDrives(String realm, List<JsonNode> drives) {
        List<JsonNode> held = drives.stream()
                .filter(drive -> isInactive(Json.text(drive, "owner")))
                .toList();
        series.put("ticrypt_inactive_owner_drives_capacity_bytes", Usage.capacity(held), "realm", realm);
    }

    private static Set<String> inactive(Site site) {
        return site.users().stream()
                .flatMap(users -> users.elements().stream())
                .filter(user -> !UserSection.isActive(user))
                .map(Json::id)
                .collect(Collectors.toSet());
    }

    private boolean isInactive(Optional<String> owner) {
        return owner.filter(inactive::contains).isPresent();
    }
}
