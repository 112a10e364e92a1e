package io.github.ticryptexporter.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.ticryptexporter.api.ApiSettings;
import io.github.ticryptexporter.api.TlsSettings;
import io.github.ticryptexporter.api.TokenSource;
import io.github.ticryptexporter.exposition.ExpositionSettings;
import io.github.ticryptexporter.findings.FindingSettings;
import io.github.ticryptexporter.fleet.TokenKind;
import io.github.ticryptexporter.http.HttpSettings;
import io.github.ticryptexporter.identity.IdentitySettings;
import io.github.ticryptexporter.metrics.MetricSettings;
import io.github.ticryptexporter.poll.PollSettings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a configuration means that says nothing but where the API is and one token. */
class ConfigDefaultsTest {

    private final ConfigDirectory directory;

    ConfigDefaultsTest(@TempDir Path temporary) {
        directory = new ConfigDirectory(temporary);
    }

    @Test
    void addressAndTokenAreEnough() throws Exception {
        LoadedConfig loaded = directory.load(ConfigDirectory.MINIMAL);

        ApiSettings api = new ApiSettings(
                URI.create("https://api.example.edu"),
                Map.of(TokenKind.DRIVE, new TokenSource.File("token", directory.path("drive.token"))),
                TlsSettings.PLATFORM,
                null,
                Duration.ofSeconds(5),
                Duration.ofSeconds(30),
                1L << 30,
                Set.of());
        HttpSettings http = new HttpSettings(List.of(ListenAddress.of("127.0.0.1:10917")), "/metrics", false);
        ExporterConfig expected = new ExporterConfig(
                api,
                IdentitySettings.NONE,
                PollSettings.DEFAULT,
                FindingSettings.DEFAULT,
                MetricSettings.DEFAULT,
                ExpositionSettings.DEFAULT,
                http);
        assertEquals(expected, loaded.config());
        assertEquals(List.of(), loaded.warnings());
    }

    @Test
    void sectionsWithoutContentMeanTheDefaults() throws Exception {
        String empty = """
                poll: { intervals: , stale-after-intervals: }
                privacy:
                labels: { team-aliases: {} }
                inventory: { file: , hosts: [] }
                placement: {}
                findings: { large-vm-memory: ~ }
                quota: { exempt-bricks: [] }
                alerts: { exempt: }
                limits: null
                identity:
                  monocloud: { base-url: , api-key: { file: }, interval: 15m }
                  allthenticate: { base-url: , header: , api-key: { file: }, interval: 15m }
                web: { listen-address: [] }
                """;
        assertEquals(
                directory.load(ConfigDirectory.MINIMAL).config(),
                directory.load(ConfigDirectory.MINIMAL + empty).config());
    }

    @Test
    void theEffectiveConfigurationWritesEveryDefaultOut() throws Exception {
        LoadedConfig loaded = directory.load(ConfigDirectory.MINIMAL);
        assertEquals(
                ConfigDirectory.golden("effective-defaults.yaml"),
                directory.masked(EffectiveConfig.render(loaded.config(), loaded.files())));
    }
}
