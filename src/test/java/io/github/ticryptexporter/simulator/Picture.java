package io.github.ticryptexporter.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Everything that the list routes say at one moment. */
record Picture(JsonNode drives, List<RealmPicture> realms, JsonNode teams, JsonNode projects, JsonNode users) {
    static Picture of(TestSite site) {
        List<RealmPicture> realms = new ArrayList<>();
        for (String realm : Hosts.REALMS) {
            realms.add(new RealmPicture(
                    realm,
                    site.images(realm),
                    site.read("/api/vms/" + realm + "/configs", "vm"),
                    site.read("/api/vms/" + realm + "/active", "vm")));
        }
        return new Picture(
                site.read("/api/drives", "drive"),
                realms,
                site.read("/api/teams", "team"),
                site.read("/api/projects", "project"),
                site.read("/api/users", "user"));
    }

    List<JsonNode> vms() {
        List<JsonNode> vms = new ArrayList<>();
        realms.forEach(realm -> realm.vms().forEach(vms::add));
        return vms;
    }

    List<JsonNode> configs() {
        List<JsonNode> configs = new ArrayList<>();
        realms.forEach(realm -> realm.configs().forEach(configs::add));
        return configs;
    }

    /** What the routes of one realm say. */
    record RealmPicture(String id, JsonNode images, JsonNode configs, JsonNode vms) {}
}
