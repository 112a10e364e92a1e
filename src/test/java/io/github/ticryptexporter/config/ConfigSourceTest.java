package io.github.ticryptexporter.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ticryptexporter.findings.HostEntry;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A configuration whose files change while it is in force. */
class ConfigSourceTest {

    private static final String CONFIG = ConfigDirectory.MINIMAL + """
            inventory:
              file: hosts.yaml
              hosts:
                - { name: gpu-01, realm: libvirt, pinned: kvm-01 }
            """;

    private final ConfigDirectory directory;
    private final ConfigSource source;

    ConfigSourceTest(@TempDir Path temporary) {
        directory = new ConfigDirectory(temporary);
        directory.write("config.yaml", CONFIG);
        listing("cpu-01");
        source = new ConfigSource(new ConfigLoader(Map.of()), directory.path("config.yaml"), Overrides.NONE);
    }

    @Test
    void whatFlagsNameIsReadAgainToo() throws Exception {
        Path web = directory.path("web.yml");
        directory.write("web.yml", "http_server_config: { headers: { X-Frame-Options: deny } }");
        Overrides flags = new Overrides(
                Map.of("web.config.file", new Overrides.Given("--web.config.file", List.of(web.toString()))));
        ExporterConfig rest = source.load().config();
        ConfigSource ofFlags = ConfigSource.ofFlags(
                flags,
                serving -> new ExporterConfig(
                        rest.api(),
                        rest.identity(),
                        rest.poll(),
                        rest.findings(),
                        rest.metrics(),
                        serving.exposition(),
                        serving.http()));
        LoadedConfig first = ofFlags.load();
        assertEquals(web, first.files().web());

        directory.write("web.yml", "http_server_config: { headers: { X-Frame-Options: sameorigin } }");
        assertFalse(ofFlags.hasChanged());
        assertTrue(ofFlags.hasChanged());
        assertFalse(first.config().http().equals(ofFlags.load().config().http()));
    }

    @Test
    void whatHoldsTheSameIsNoChange() throws Exception {
        source.load();
        listing("cpu-01");
        assertFalse(source.hasChanged());
        assertFalse(source.hasChanged());
    }

    @Test
    void aChangeCountsWhenTwoLooksSeeTheSame() throws Exception {
        source.load();
        listing("cpu-02");
        assertFalse(source.hasChanged());
        listing("cpu-02", "cpu-03");
        assertFalse(source.hasChanged());
        assertTrue(source.hasChanged());
        assertTrue(source.hasChanged());
        assertEquals(List.of("gpu-01", "cpu-02", "cpu-03"), hosts());
        assertFalse(source.hasChanged());
    }

    @Test
    void whatWasRefusedIsNoChangeUntilItIsMended() throws Exception {
        source.load();
        directory.write("hosts.yaml", "");
        settle();
        assertEquals("""
                configuration DIR/config.yaml: 1 problem
                inventory.file: the file is empty; write at least hosts: [] (DIR/hosts.yaml)""", refusal());
        assertFalse(source.hasChanged());
        listing("cpu-04");
        settle();
        assertEquals(List.of("gpu-01", "cpu-04"), hosts());
    }

    @Test
    void aFileThatGoesIsAChangeAndSoIsItsReturn() throws Exception {
        source.load();
        Files.delete(directory.path("hosts.yaml"));
        settle();
        assertEquals("""
                configuration DIR/config.yaml: 1 problem
                inventory.file: expected the path of a file, but was "hosts.yaml" (line 6); there is no such file; create it, or correct the path""", refusal());
        listing("cpu-01");
        settle();
        assertEquals(List.of("gpu-01", "cpu-01"), hosts());
    }

    /** Whoever opens a pipe waits for whoever writes into it. */
    @Test
    void aPipeInPlaceOfAFileIsNotReadAndIsNamed() throws Exception {
        source.load();
        Files.delete(directory.path("hosts.yaml"));
        assertEquals(
                0,
                new ProcessBuilder("mkfifo", directory.path("hosts.yaml").toString())
                        .start()
                        .waitFor());
        settle();
        assertEquals("""
                configuration DIR/config.yaml: 1 problem
                inventory.file: expected the path of a file, but was "hosts.yaml" (line 6); it is a pipe, a device or the like; write what it gives into a file""", refusal());
    }

    @Test
    void aFileLargerThanAnyConfigurationIsNotReadWhole() throws Exception {
        source.load();
        try (RandomAccessFile large =
                new RandomAccessFile(directory.path("hosts.yaml").toFile(), "rw")) {
            large.setLength(9L << 20);
        }
        settle();
        assertEquals("""
                configuration DIR/config.yaml: 1 problem
                inventory.file: the file cannot be read; it has more than 8 MiB (DIR/hosts.yaml)""", refusal());
    }

    /** Tokens are read for each request: a new one changes no setting. */
    @Test
    void aTokenFileIsAChangeOnlyWhereItIsWhyTheConfigurationWasRefused() throws Exception {
        source.load();
        directory.write("drive.token", "another-invented-value");
        assertFalse(source.hasChanged());
        assertFalse(source.hasChanged());

        Files.delete(directory.path("drive.token"));
        assertThrows(InvalidConfigException.class, source::load);
        assertFalse(source.hasChanged());
        directory.write("drive.token", "another-invented-value");
        settle();
        source.load();
    }

    /** As Kubernetes swaps a mounted ConfigMap: what the path leads to changes, the path and its links' names do not. */
    @Test
    void aFileBehindASwappedSymbolicLinkIsAChange() throws Exception {
        Path root = directory.path("");
        Files.delete(directory.path("hosts.yaml"));
        Files.createDirectory(directory.path("one"));
        Files.createDirectory(directory.path("two"));
        directory.write("one/hosts.yaml", host("cpu-01"));
        directory.write("two/hosts.yaml", host("cpu-09"));
        Files.setLastModifiedTime(
                directory.path("two/hosts.yaml"), Files.getLastModifiedTime(directory.path("one/hosts.yaml")));
        Files.createSymbolicLink(root.resolve("..data"), Path.of("one"));
        Files.createSymbolicLink(root.resolve("hosts.yaml"), Path.of("..data", "hosts.yaml"));
        source.load();

        Files.createSymbolicLink(root.resolve("..new"), Path.of("two"));
        Files.move(root.resolve("..new"), root.resolve("..data"), StandardCopyOption.ATOMIC_MOVE);
        settle();
        assertEquals(List.of("gpu-01", "cpu-09"), hosts());
    }

    private void settle() {
        assertFalse(source.hasChanged());
        assertTrue(source.hasChanged());
    }

    private List<String> hosts() throws InvalidConfigException {
        return source.load().config().findings().hosts().stream()
                .map(HostEntry::name)
                .toList();
    }

    private void listing(String... names) {
        StringBuilder hosts = new StringBuilder("hosts:\n");
        List.of(names).forEach(name -> hosts.append("  ").append(host(name)));
        directory.write("hosts.yaml", hosts.toString());
    }

    private static String host(String name) {
        return "- { name: " + name + ", realm: libvirt, ssh-host: 10.1.2.3 }\n";
    }

    private String refusal() {
        return directory.masked(String.valueOf(
                assertThrows(InvalidConfigException.class, source::load).getMessage()));
    }
}
