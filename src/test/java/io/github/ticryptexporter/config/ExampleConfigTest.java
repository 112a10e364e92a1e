package io.github.ticryptexporter.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example that is handed out is valid as it stands and with every comment taken away; the contract's is too. */
public class ExampleConfigTest {

    private final ConfigDirectory directory;

    ExampleConfigTest(@TempDir Path temporary) {
        directory = new ConfigDirectory(temporary);
    }

    @BeforeEach
    void writeFiles() throws Exception {
        List.of("drive", "vm", "team", "project", "user", "monocloud", "allthenticate")
                .forEach(token -> directory.write(token, ConfigDirectory.TOKEN + "\n"));
        directory.write("ca.pem", Pem.CERTIFICATE);
        directory.write("client.pem", Pem.pairedCertificate());
        directory.write("client.key", Pem.pairedKey());
        directory.write("web.yaml", "rate_limit: { interval: 1s, burst: 20 }\n");
        directory.write("host.key", "invented-host-key");
        directory.write("hosts.yaml", "- { name: cpu-03, realm: libvirt, pinned: kvm-03 }\n");
    }

    @Test
    void theExampleIsValidAsItStands() throws Exception {
        assertEquals(List.of(), directory.load(example()).warnings());
    }

    @Test
    void theExampleIsValidWithEveryCommentedSettingSwitchedOn() throws Exception {
        ExporterConfig config = directory.load(complete()).config();
        assertEquals(
                List.of("gpu-01", "cpu-01", "cpu-02", "cpu-03"),
                config.findings().hosts().stream().map(host -> host.name()).toList());
        assertEquals(
                config.poll(), directory.load(ConfigDirectory.MINIMAL).config().poll());
    }

    @Test
    void theInterfaceDocumentsExampleIsValid() throws Exception {
        ExporterConfig config =
                directory.load(ConfigDirectory.golden("documented.yaml")).config();
        assertEquals("gpu-01", config.findings().hosts().get(0).name());
    }

    /** The example with every setting: one follows its # at once, or stands indented below one that does; prose after one blank. */
    public static String complete() throws Exception {
        return example()
                .lines()
                .map(line -> line.replaceFirst("^( *)#(?! \\S)", "$1"))
                .collect(Collectors.joining("\n"));
    }

    private static String example() throws Exception {
        try (InputStream in = ExampleConfigTest.class.getResourceAsStream("/assets/ticrypt-exporter.example.yaml")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .replace("/run/secrets/ticrypt/", "");
        }
    }
}
