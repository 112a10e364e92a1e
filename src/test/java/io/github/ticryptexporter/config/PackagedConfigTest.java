package io.github.ticryptexporter.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.ticryptexporter.fleet.TokenKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The configuration that the Debian package installs wants an address and tokens, and nothing else. */
class PackagedConfigTest {

    private static final Path PACKAGED = Path.of("src", "deb", "exporter.yaml");

    @TempDir
    Path etc;

    @Test
    void withTokensInPlaceItIsFine() throws Exception {
        Path tokens = Files.createDirectory(etc.resolve("tokens"));
        for (String kind : List.of("drive", "vm", "team")) {
            Files.writeString(tokens.resolve(kind), "invented-" + kind);
        }
        Path file = Files.writeString(
                etc.resolve("exporter.yaml"),
                Files.readString(PACKAGED).replace("/etc/ticrypt-exporter", etc.toString()));
        ExporterConfig config =
                new ConfigLoader(Map.of()).load(file, Overrides.NONE).config();

        assertEquals(
                Set.of(TokenKind.DRIVE, TokenKind.VM, TokenKind.TEAM),
                Set.copyOf(config.api().tokens().keySet()));
    }
}
