package io.github.ticryptexporter.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.ticryptexporter.config.Overrides.Given;
import io.github.ticryptexporter.http.HttpSettings;
import io.github.ticryptexporter.metrics.PrivacyLevel;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is given outside the file wins over the file, and messages name where it was given. */
class PrecedenceTest {

    private static final String FILE = ConfigDirectory.MINIMAL + """
            privacy: { level: named }
            web: { listen-address: [ "127.0.0.1:1", "127.0.0.1:2" ], telemetry-path: /file, allow-open: false }
            """;

    private final ConfigDirectory directory;

    PrecedenceTest(@TempDir Path temporary) {
        directory = new ConfigDirectory(temporary);
    }

    @Test
    void theFileWinsOverTheDefaults() throws Exception {
        ExporterConfig config = directory.load(FILE).config();
        assertEquals(PrivacyLevel.NAMED, config.metrics().privacy());
        assertEquals(
                new HttpSettings(
                        List.of(ListenAddress.of("127.0.0.1:1"), ListenAddress.of("127.0.0.1:2")), "/file", false),
                config.http());
    }

    @Test
    void whatIsGivenOutsideWinsOverTheFile() throws Exception {
        Overrides overrides = new Overrides(Map.of(
                "privacy.level", new Given("--privacy.level", List.of("detailed")),
                "web.listen-address", new Given("--web.listen-address", List.of("127.0.0.1:3", "[::1]:4")),
                "web.telemetry-path", new Given("--web.telemetry-path", List.of("/flag")),
                "web.allow-open", new Given("--web.allow-open", List.of("true"))));
        ExporterConfig config = directory.load(FILE, overrides).config();
        assertEquals(PrivacyLevel.DETAILED, config.metrics().privacy());
        assertEquals(
                new HttpSettings(List.of(ListenAddress.of("127.0.0.1:3"), ListenAddress.of("[::1]:4")), "/flag", true),
                config.http());
    }

    @Test
    void aProblemNamesTheFlagOrTheVariable() {
        Overrides overrides = new Overrides(Map.of(
                "privacy.level", new Given("TICRYPT_EXPORTER_PRIVACY_LEVEL", List.of("open")),
                "web.config.file", new Given("--web.config.file", List.of("web.yaml")),
                "web.enable-lifecycle", new Given("--web.enable-lifecycle", List.of("true")),
                "web.telemetry-path", new Given("--web.telemetry-path", List.of("/"))));
        assertEquals("""
                TICRYPT_EXPORTER_PRIVACY_LEVEL: expected one of strict, named, detailed, but was "open"; the nearest is named
                --web.config.file: expected the path of a file, but was "web.yaml"; there is no such file; create it, or correct the path
                --web.telemetry-path: expected a path such as /metrics, outside /-/, but was "/"; begin with a slash and use letters, digits and ._~- between slashes""", directory.problems(FILE, overrides));
    }

    @Test
    void anOpenAddressIsAllowedAndWarnedOf() throws Exception {
        assertEquals(
                "web.listen-address: \":0\" is served to everyone who reaches it, without TLS and authentication"
                        + " (--web.allow-open)",
                directory.warnings(ConfigDirectory.MINIMAL + "web: { listen-address: \":0\", allow-open: true }\n"));
    }

    @Test
    void aVariableIsTheFlagInUpperSnakeCase() {
        assertEquals("TICRYPT_EXPORTER_WEB_LISTEN_ADDRESS", Overrides.variable("web.listen-address"));
        assertEquals("TICRYPT_EXPORTER_CONFIG_FILE", Overrides.variable("config.file"));
    }
}
