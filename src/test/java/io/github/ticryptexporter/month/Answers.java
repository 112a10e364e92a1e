package io.github.ticryptexporter.month;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.ticryptexporter.history.WatchedSite;
import io.github.ticryptexporter.simulator.wire.Fleet;
import io.github.ticryptexporter.simulator.wire.Realm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The lists of a simulated site as they were when the exporter last asked for them, out of the site's own state. */
final class Answers {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FILE = "answers.json";

    /** Every list is read within a quarter of an hour. */
    private static final int FROM = Stretch.MINUTES - 20;

    private final WatchedSite site;
    private final Map<String, JsonNode> byPath = new ConcurrentHashMap<>();

    Answers(WatchedSite site) {
        this.site = site;
    }

    /** Keeps what the site will answer now. */
    void note(String path) {
        if (site.minute() >= FROM) {
            site.edit(fleet -> byPath.put(path, JSON.valueToTree(list(fleet, path.split("/", -1)))));
        }
    }

    private static Object list(Fleet fleet, String[] path) {
        return switch (path[2]) {
            case "drives" -> fleet.drives.values();
            case "teams" -> fleet.teams.values();
            case "users" -> fleet.users.values();
            case "vms" -> path.length > 4 ? list(fleet.realm(path[3]), path[4]) : Map.of();
            default -> Map.of();
        };
    }

    private static Object list(Realm realm, String list) {
        return switch (list) {
            case "active" -> realm.vms.values();
            case "configs" -> realm.configs.values();
            default -> Map.of();
        };
    }

    /** Together with the hosts, under {@code hosts}. */
    void write(Path folder) throws IOException {
        byPath.put("hosts", JSON.valueToTree(site.inventory().hosts()));
        Files.writeString(folder.resolve(FILE), JSON.writeValueAsString(byPath));
    }

    /** By path. */
    static JsonNode read(Path folder) throws IOException {
        return JSON.readTree(Files.readString(folder.resolve(FILE)));
    }
}
