package io.github.ticryptexporter.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.marcnuri.helm.Helm;
import io.github.ticryptexporter.testing.Tool;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bundle for sites without a network, unpacked as such a site does. */
@Tag("image")
class BundleIT {
    private static final Path BUNDLE =
            Path.of(System.getProperty("exporter.jar", "").replaceFirst("\\.jar$", "-bundle.tar"));

    @TempDir
    Path folder;

    @BeforeEach
    void unpack() {
        assertEquals("", says("tar", "-x", "-f", BUNDLE.toString(), "-C", folder.toString()));
    }

    @Test
    void checksumsHoldAndNothingIsWithoutOne() throws Exception {
        assertEquals("""
                INSTALL.md: OK
                images.txt: OK
                ticrypt-exporter-0.1.0.tgz: OK
                ticrypt-exporter-image.tar: OK
                ticrypt-exporter.cdx.json: OK
                """, says("sh", "-c", "cd \"$0\" && sha256sum --check SHA256SUMS", unpacked("")));
        try (Stream<Path> files = Files.list(Path.of(unpacked("")))) {
            assertEquals(6, files.count());
        }
    }

    @Test
    void imagesAreNamedByTheDigestThatTheArchiveHas() throws Exception {
        String index = says("tar", "-x", "-O", "-f", unpacked("ticrypt-exporter-image.tar"), "index.json");
        String line = Files.readString(Path.of(unpacked("images.txt"))).strip();

        assertTrue(line.startsWith("ticrypt-exporter:0.1.0@sha256:"), line);
        assertTrue(index.contains(line.substring(line.indexOf("sha256:"))), index);
        assertTrue(Files.readString(Path.of(unpacked("INSTALL.md"))).contains(line.substring(line.indexOf("sha256:"))));
    }

    @Test
    void theChartHasTheFilesThatHelmWouldPack() throws Exception {
        Path packed = Files.createDirectory(folder.resolve("packed"));
        new Helm(Path.of("helm", "ticrypt-exporter"))
                .packageIt()
                .withDestination(packed)
                .call();

        assertEquals(
                files(packed.resolve("ticrypt-exporter-0.1.0.tgz").toString()),
                files(unpacked("ticrypt-exporter-0.1.0.tgz")));
    }

    private String unpacked(String file) {
        return folder.resolve("ticrypt-exporter-0.1.0").resolve(file).toString();
    }

    private static String files(String archive) {
        return says("tar", "-t", "-f", archive)
                .lines()
                .filter(name -> !name.endsWith("/"))
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    private static String says(String command, String... arguments) {
        Tool.Verdict verdict = Tool.of(Tool.require(command), arguments).judge("");
        assertTrue(verdict.accepted(), verdict.output());
        return verdict.output();
    }
}
