package io.github.ticryptexporter.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Names stay texts, whatever YAML 1.1, which Kubernetes reads, would make of them without quotes. */
class NamesTest {

    /** Everything that has a name in it but the monitors, of which there is one. */
    private static final String ALL = """
            {
              image: { pullSecrets: [ "%1$s", { name: "%1$s" } ] },
              global: { imagePullSecrets: [ "%1$s" ] },
              fullnameOverride: "%2$s",
              nameOverride: "%3$s",
              namespaceOverride: "%3$s",
              config: { identity: {
                monocloud: { base-url: "https://tenant.example.edu" },
                allthenticate: { base-url: "https://device.example.edu", header: X-Example-Key } } },
              web: {
                tls: { enabled: true, certManager: { enabled: true, issuerRef: { name: "%1$s" }, dnsNames: [ "%1$s" ] } },
                bearerTokens: { keys: [ "%1$s" ] } },
              scrape: { tlsConfig: { insecureSkipVerify: true } },
              verticalPodAutoscaler: { enabled: true },
              dashboards: { enabled: true, grafanaOperator: { enabled: true } }
            }
            """;

    /** What cannot stand beside the others, and the label that the job is made of. */
    private static final Set<String> ALONE = Set.of(
            "tokens.inline.drive",
            "tokens.inline.vm",
            "tokens.inline.team",
            "tokens.inline.project",
            "tokens.inline.user",
            "backend.caBundle.secret",
            "scrape.jobLabel");

    private static final int MOST_CHARACTERS = 20_000_000;

    @ParameterizedTest
    @ValueSource(strings = {"serviceMonitor", "podMonitor", "scrapeConfig"})
    void aNameThatLooksLikeANumberOrAFlagStaysAText(String monitor) {
        String on = monitor + ": { enabled: true }";

        Set<String> changed = types(on, "1e3", "on", "2024");
        changed.removeAll(types(on, "fleet", "fleet", "fleet"));

        assertEquals(Set.of(), changed);
    }

    /** Each place in what is rendered, with the type that is there: {@code 3.metadata.name String}. */
    private static Set<String> types(String monitor, String text, String name, String namespace) {
        String rendered = Chart.text(everyText(text), ALL.formatted(text, name, namespace), monitor);
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(MOST_CHARACTERS);
        Set<String> types = new TreeSet<>();
        int number = 0;
        for (Object object : new Yaml(new SafeConstructor(options)).loadAll(rendered)) {
            collect(String.valueOf(number++), object, types);
        }
        return types.stream().map(type -> type.replace(text, "fleet")).collect(Collectors.toCollection(TreeSet::new));
    }

    private static void collect(String path, @Nullable Object node, Set<String> types) {
        if (node instanceof Map<?, ?> map) {
            map.forEach((key, value) -> collect(path + "." + key, value, types));
        } else if (node instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                collect(path + "." + i, list.get(i), types);
            }
        } else {
            types.add(path + " " + (node == null ? "nothing" : node.getClass().getSimpleName()));
        }
    }

    /** The text for each value that may be any. */
    private static String everyText(String text) {
        ObjectNode values = JsonNodeFactory.instance.objectNode();
        JsonNode schema = Values.schema();
        JsonNode any = JsonNodeFactory.instance.objectNode().put("type", "string");
        for (String path : Values.leaves()) {
            String place = "/properties/" + path.replace(".", "/properties/");
            if (!ALONE.contains(path) && schema.at(place).equals(any)) {
                int end = path.lastIndexOf('.');
                ObjectNode parent = end < 0
                        ? values
                        : values.withObject("/" + path.substring(0, end).replace('.', '/'));
                parent.put(path.substring(end + 1), text);
            }
        }
        return values.toString();
    }
}
