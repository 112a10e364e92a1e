package io.github.ticryptexporter.chart;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The files that a container would see, laid out below a folder as the pod mounts them.
 *
 * <p>What the chart renders is taken from there. Of what it refers to, {@code existing} has the content by key, and anything
 * else is made up.
 */
record MountedFiles(Path root, Rendered rendered, Map<String, String> existing) {

    /** What Kubernetes gives to files of volumes that say nothing. */
    private static final int WORLD_READABLE = 0644;

    MountedFiles {
        existing = Map.copyOf(existing);
    }

    /** Writes them all, with paths in them that are below the folder too. */
    void write() throws IOException {
        for (JsonNode mount : rendered.container().path("volumeMounts")) {
            Path folder = root.resolve(mount.path("mountPath").asText().substring(1));
            Files.createDirectories(folder);
            write(volume(mount.path("name").asText()), folder);
        }
    }

    private JsonNode volume(String name) {
        for (JsonNode volume : rendered.podSpec().path("volumes")) {
            if (volume.path("name").asText().equals(name)) {
                return volume;
            }
        }
        throw new AssertionError("no volume is called " + name);
    }

    private void write(JsonNode volume, Path folder) throws IOException {
        JsonNode source = volume.has("secret") ? volume.path("secret") : volume.path("configMap");
        String name = source.path("secretName").asText(source.path("name").asText());
        for (JsonNode item : source.path("items")) {
            Path file = folder.resolve(item.path("path").asText());
            Files.writeString(file, content(name, item.path("key").asText()));
            Files.setAttribute(file, "unix:mode", source.path("defaultMode").asInt(WORLD_READABLE));
        }
        if (!source.has("items")) {
            for (Map.Entry<String, JsonNode> entry :
                    object(name).map(object -> object.path("data").properties()).orElseGet(Set::of)) {
                Files.writeString(
                        folder.resolve(entry.getKey()), moved(entry.getValue().asText()));
            }
        }
    }

    private String content(String object, String key) {
        return object(object)
                .map(found -> moved(inSecret(found, key)))
                .orElseGet(() -> existing.getOrDefault(key, "invented"));
    }

    private static String inSecret(JsonNode secret, String key) {
        byte[] data = Base64.getDecoder().decode(secret.path("data").path(key).asText());
        return secret.path("stringData").path(key).asText(new String(data, StandardCharsets.UTF_8));
    }

    private Optional<JsonNode> object(String name) {
        return rendered.objects().stream()
                .filter(object -> object.path("kind").asText().matches("Secret|ConfigMap"))
                .filter(object -> object.at("/metadata/name").asText().equals(name))
                .findFirst();
    }

    private String moved(String text) {
        return text.replace("/run/secrets", root.resolve("run/secrets").toString());
    }
}
