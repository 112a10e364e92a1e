package io.github.ticryptexporter.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;

/** The shipped configuration of Alertmanager, as a test needs it: made of the file, never a second one. */
final class SampleAlertmanager {
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final Path SAMPLE = Path.of("alerts", "alertmanager.yaml");

    private SampleAlertmanager() {}

    /** Word by word. */
    static String asItIs() throws IOException {
        return YAML.writeValueAsString(read());
    }

    /** How many inhibitions there are. */
    static int inhibitions() throws IOException {
        return read().path("inhibit_rules").size();
    }

    /** With that one of its inhibitions alone, counted from 0. */
    static String withInhibition(int number) throws IOException {
        ObjectNode sample = read();
        JsonNode only = sample.path("inhibit_rules").path(number);
        sample.putArray("inhibit_rules").add(only);
        return YAML.writeValueAsString(sample);
    }

    /** Without waiting for more before a message, and with each receiver at its name below the address. */
    static String promptTo(URI receivers) throws IOException {
        ObjectNode sample = read();
        hasten((ObjectNode) sample.path("route"));
        for (JsonNode receiver : sample.path("receivers")) {
            for (JsonNode webhook : receiver.path("webhook_configs")) {
                ((ObjectNode) webhook)
                        .put("url", receivers + "/" + receiver.path("name").asText());
            }
        }
        return YAML.writeValueAsString(sample);
    }

    private static void hasten(ObjectNode route) {
        if (route.has("group_wait") || route.has("group_interval")) {
            route.put("group_wait", "0s").put("group_interval", "1s");
        }
        for (JsonNode child : route.withArray("routes")) {
            hasten((ObjectNode) child);
        }
    }

    private static ObjectNode read() throws IOException {
        return (ObjectNode) YAML.readTree(SAMPLE.toFile());
    }
}
