package io.github.ticryptexporter.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.ticryptexporter.cli.Build;
import io.github.ticryptexporter.cli.Command;
import io.github.ticryptexporter.cli.ConfigCheck;
import io.github.ticryptexporter.cli.LiveCheck;
import io.github.ticryptexporter.cli.LogOptions;
import io.github.ticryptexporter.cli.RunningCheck;
import io.github.ticryptexporter.config.ConfigLoader;
import io.github.ticryptexporter.config.ExampleConfigTest;
import io.github.ticryptexporter.config.Overrides;
import io.github.ticryptexporter.testing.Certificates;
import io.github.ticryptexporter.testing.ManualClock;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The exporter's own check takes the configuration that the chart makes, with the files where the pod mounts them. */
class ConfigurationTest {
    static final List<Site> SITES = Site.ALL;

    @TempDir
    private static Path certificates;

    private static Map<String, String> existing = Map.of();

    private static final Set<String> THE_USERS_OWN =
            Set.of("/labels/team-aliases", "/findings/large-vm-memory", "/inventory/hosts/devices");

    /** What a file, an environment variable or a value is given for. */
    private static final Set<String> SOURCES = Set.of("drive", "vm", "team", "project", "user", "api-key");

    @TempDir
    private Path root;

    @BeforeAll
    static void makeACertificate() throws Exception {
        Certificates made = new Certificates(certificates);
        made.make("exporter");
        String certificate = Files.readString(made.certificate("exporter"));
        existing = Map.of(
                "tls.crt", certificate, "ca.crt", certificate, "tls.key", Files.readString(made.key("exporter")));
    }

    @ParameterizedTest
    @FieldSource("SITES")
    void theExporterTakesItsConfiguration(Site site) throws Exception {
        String said = check(site.rendered());

        assertTrue(said.endsWith("configuration is fine\n0"), said);
    }

    /** Metrics are open to those whom the policy lets in, and that alone is worth a warning by default. */
    @Test
    void byDefaultTheOneWarningIsThatThePolicyDecides() throws Exception {
        assertEquals(
                List.of("web.listen-address[0]: \"0.0.0.0:10917\" is served to everyone who reaches it, without TLS and"
                        + " authentication (--web.allow-open)"),
                warnings(Site.named("defaults")));
        assertEquals(List.of(), warnings(Site.named("mutualTls")));
        assertEquals(List.of(), warnings(Site.named("passwords")));
    }

    private List<String> warnings(Site site) throws Exception {
        String said = check(site.rendered());
        return said.lines()
                .dropWhile(line -> !line.equals("Warnings:"))
                .skip(2)
                .takeWhile(line -> !line.isBlank())
                .map(String::strip)
                .collect(Collectors.toList());
    }

    @Test
    void theContainerIsToldWhereItsConfigurationIs() {
        String arguments = StreamSupport.stream(
                        Chart.render("").container().path("args").spliterator(), false)
                .map(argument -> argument.asText())
                .collect(Collectors.joining(" "));

        assertEquals(
                "serve --config.file=/etc/ticrypt-exporter/exporter.yaml --log.level=info --log.format=logfmt",
                arguments);
    }

    /** Such as those of a CSI driver, for a site that wants none in the cluster's Secrets. */
    @Test
    void tokensMayComeFromFilesThatAreNoSecret() {
        Rendered rendered = Chart.render("""
                tokens: { existingSecret: "" }
                config: { ticrypt: { tokens: { drive: { file: /tokens/drive }, vm: { env: VM_TOKEN } } } }
                """);

        assertEquals(
                Chart.yaml("{ drive: { file: /tokens/drive }, vm: { env: VM_TOKEN } }"),
                Chart.yaml(rendered.config()).at("/ticrypt/tokens"));
        assertTrue(rendered.podSpec().path("volumes").findValuesAsText("name").stream()
                .noneMatch("tokens"::equals));
        assertTrue(rendered.container().path("volumeMounts").findValuesAsText("name").stream()
                .noneMatch("tokens"::equals));
        assertEquals(List.of(), rendered.all("Secret"));
    }

    /** A key that the exporter does not know would end the pod, so no values have it. */
    @Test
    void theSchemaKnowsTheSettingsOfTheExporterAndNoOthers() throws Exception {
        JsonNode schema = Values.schema();

        assertEquals(
                settings(Chart.YAML.readTree(ExampleConfigTest.complete()), ""),
                known(schema, schema.at("/properties/config"), ""));
    }

    /** The keys of a configuration, but for those that are the user's, and for the section that the chart writes. */
    private static SortedSet<String> settings(JsonNode config, String path) {
        SortedSet<String> settings = new TreeSet<>();
        config.properties().forEach(entry -> {
            String below = path + "/" + entry.getKey();
            if (!below.equals("/web")) {
                settings.add(below);
                if (!THE_USERS_OWN.contains(below) && !SOURCES.contains(entry.getKey())) {
                    settings.addAll(settings(entry.getValue(), below));
                }
            }
        });
        config.elements().forEachRemaining(element -> {
            if (config.isArray()) {
                settings.addAll(settings(element, path));
            }
        });
        return settings;
    }

    /** The keys that a schema lets through, but for those of a source of a secret; patterns are of the form {@code ^(one|two)$}. */
    private static SortedSet<String> known(JsonNode root, JsonNode schema, String path) {
        JsonNode here = schema.path("$ref").asText().endsWith("clientTls") ? root.at("/definitions/clientTls") : schema;
        SortedSet<String> known = new TreeSet<>();
        Stream.of("properties", "patternProperties")
                .flatMap(kind -> here.path(kind).properties().stream())
                .forEach(entry -> Stream.of(
                                entry.getKey().replaceAll("[\\^$()]", "").split("\\|"))
                        .forEach(key -> {
                            known.add(path + "/" + key);
                            known.addAll(known(root, entry.getValue(), path + "/" + key));
                        }));
        if (here.has("items")) {
            known.addAll(known(root, here.path("items"), path));
        }
        return known;
    }

    /** Helm would put anything into the configuration, and the pod would end with what the exporter says of it. */
    @Test
    void theSchemaHasATypeForEverySetting() {
        JsonNode schema = Values.schema();

        assertEquals(List.of(), untyped(schema, schema.at("/properties/config"), ""));
    }

    private static List<String> untyped(JsonNode root, JsonNode schema, String path) {
        JsonNode here =
                schema.has("$ref") ? root.at(schema.path("$ref").asText().substring(1)) : schema;
        if (!here.has("type") && !here.has("enum")) {
            return List.of(path);
        }
        return Stream.of("properties", "patternProperties")
                .flatMap(kind -> here.path(kind).properties().stream())
                .flatMap(entry -> untyped(root, entry.getValue(), path + "/" + entry.getKey()).stream())
                .toList();
    }

    @Test
    void everySettingOfTheExamplePassesThrough() throws Exception {
        ObjectNode config = (ObjectNode) Chart.YAML.readTree(ExampleConfigTest.complete());
        config.remove("web");
        ((ObjectNode) config.path("ticrypt")).remove(List.of("tokens", "tls"));

        JsonNode rendered =
                Chart.yaml(Chart.render("networkPolicy: { egress: { api: { ports: [ 3128 ] } } }", "config: " + config)
                        .config());

        assertEquals(
                config.properties().stream()
                        .filter(section -> !section.getKey().equals("ticrypt"))
                        .collect(Collectors.toSet()),
                rendered.properties().stream()
                        .filter(section -> !Set.of("ticrypt", "web").contains(section.getKey()))
                        .collect(Collectors.toSet()));
    }

    /** The schema is no stricter than the exporter. */
    @Test
    void whatTheExporterTakesIsTakenInEachForm() throws Exception {
        String said = check(Chart.render("""
                config:
                  ticrypt:
                    max-response-bytes: 1073741824
                    realms: { discover: false, include: libvirt, exclude: [] }
                    timeouts: { connect: 500ms, request: null }
                  poll: { intervals: { vms: 90s, teams: 1d }, stale-after-intervals: 4 }
                  limits: { series: 2000000 }
                  placement: { nat-arithmetic: false, vcpu-overcommit: 1.5 }
                  findings: { silent-after: 2h, large-vm-memory: { libvirt: "1_073_741_824", other: 512MiB } }
                  quota: { exempt-bricks: dd86080c-062a-4aba-889a-dbf64624e917 }
                  inventory:
                    hosts:
                      - { name: gpu-01, realm: libvirt, guest-cidr: "fd00::/64", memory: 1TiB, devices: { gpu-nvidia: 8 }, schedulable: false }
                      - { name: gpu-02, realm: libvirt, pinned: kvm-02, vcpus: 64, memory: 1099511627776 }
                """));

        assertTrue(said.endsWith("configuration is fine\n0"), said);
    }

    /** What the chart has no name for reaches the exporter as it is written. */
    @Test
    void everySettingOfTheExporterPassesThrough() {
        String poll = "{ poll: { intervals: { vms: 90s }, stale-after-intervals: 4 } }";

        Rendered rendered = Chart.render("config: " + poll);

        assertEquals(
                Chart.yaml(poll).path("poll"), Chart.yaml(rendered.config()).path("poll"));
        assertFalse(rendered.config().contains("e+"), "a number in a form that the exporter does not read");
    }

    /** What the check prints, and its exit code. */
    private String check(Rendered rendered) throws Exception {
        new MountedFiles(root, rendered, existing).write();
        Path config = root.resolve("etc/ticrypt-exporter/exporter.yaml");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        LiveCheck live = new LiveCheck(Build.current(), new ManualClock(), List::of, out);
        int exitCode = new ConfigCheck(new ConfigLoader(Map.of()), live, new RunningCheck(new ManualClock(), out), out)
                .run(new Command.Check(config, Overrides.NONE, false, null, LogOptions.DEFAULT));
        return bytes.toString(StandardCharsets.UTF_8) + exitCode;
    }
}
