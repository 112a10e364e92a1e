package io.github.ticryptexporter.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.ticryptexporter.findings.HostEntry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The inventory's file while it changes; {@code gpu-01} stands in the configuration itself. */
class InventoryFileTest {

    private static final String CONFIG = ConfigDirectory.MINIMAL + """
            inventory:
              file: hosts.yaml
              hosts: [ { name: gpu-01, realm: libvirt, pinned: kvm-01 } ]
            """;

    private final ConfigDirectory directory;

    InventoryFileTest(@TempDir Path temporary) {
        directory = new ConfigDirectory(temporary);
        listing("cpu-01");
    }

    @Test
    void whatWasReadWithTheConfigurationIsNoChange() throws Exception {
        InventoryFile file = file();
        assertEquals(Optional.empty(), file.look());
        listing("cpu-01");
        assertEquals(Optional.empty(), file.look());
    }

    @Test
    void aChangeIsSeenOnceAndTheConfigurationsOwnHostsStayFirst() throws Exception {
        InventoryFile file = file();
        listing("cpu-02", "cpu-03");
        assertEquals(Optional.of(List.of("gpu-01", "cpu-02", "cpu-03")), names(file.look()));
        assertEquals(Optional.empty(), file.look());
    }

    @Test
    void aChangeBetweenTheConfigurationAndTheFirstLookIsSeen() throws Exception {
        InventoryFile file = file();
        listing();
        assertEquals(Optional.of(List.of("gpu-01")), names(file.look()));
    }

    @Test
    void allThatIsWrongIsToldOnce() throws Exception {
        InventoryFile file = file();
        directory.write("hosts.yaml", """
                - { name: gpu-01, realm: libvirt, pinned: kvm-02 }
                - { name: cpu-02, realm: libvirt, pin: kvm-03 }
                """);
        assertEquals("""
                inventory DIR/hosts.yaml: 3 problems
                inventory.file.hosts[0]: expected a name of its own, but realm libvirt has a host gpu-01 already (line 1 of hosts.yaml); rename one of them
                inventory.file.hosts[1]: expected at least one of ssh-host, guest-cidr and pinned, but was none (line 2 of hosts.yaml); add one, or no VM is ever found on this host
                inventory.file.hosts[1].pin: unknown key (line 2 of hosts.yaml); the nearest known one is inventory.file.hosts[1].pinned""", refusal(file));
        assertEquals(Optional.empty(), file.look());
    }

    @Test
    void aFileThatGoesIsRefusedAndSeenAgainWhenItComesBack() throws Exception {
        InventoryFile file = file();
        Files.delete(directory.path("hosts.yaml"));
        assertEquals("""
                inventory DIR/hosts.yaml: 1 problem
                inventory.file: there is no such file; correct the path, or create the file (DIR/hosts.yaml)""", refusal(file));
        assertEquals(Optional.empty(), file.look());
        listing("cpu-01");
        assertEquals(Optional.of(List.of("gpu-01", "cpu-01")), names(file.look()));
    }

    @Test
    void aFileThatIsBeingWrittenIsNotAnEmptyInventory() throws Exception {
        InventoryFile file = file();
        directory.write("hosts.yaml", "");
        assertEquals("""
                inventory DIR/hosts.yaml: 1 problem
                inventory.file: the file is empty; write at least hosts: [] (DIR/hosts.yaml)""", refusal(file));
    }

    /** As Kubernetes swaps a mounted ConfigMap: what the path leads to changes, the path and its links' names do not. */
    @Test
    void aFileBehindASwappedSymbolicLinkIsAChange() throws Exception {
        Path root = directory.path("");
        directory.write("config.yaml", CONFIG);
        Files.delete(directory.path("hosts.yaml"));
        Files.createDirectory(directory.path("one"));
        Files.createDirectory(directory.path("two"));
        directory.write("one/hosts.yaml", host("cpu-01"));
        directory.write("two/hosts.yaml", host("cpu-09"));
        Files.setLastModifiedTime(
                directory.path("two/hosts.yaml"), Files.getLastModifiedTime(directory.path("one/hosts.yaml")));
        Files.createSymbolicLink(root.resolve("..data"), Path.of("one"));
        Files.createSymbolicLink(root.resolve("hosts.yaml"), Path.of("..data", "hosts.yaml"));
        InventoryFile file = file();

        Files.createSymbolicLink(root.resolve("..new"), Path.of("two"));
        Files.move(root.resolve("..new"), root.resolve("..data"), StandardCopyOption.ATOMIC_MOVE);
        assertEquals(Optional.of(List.of("gpu-01", "cpu-09")), names(file.look()));
    }

    private InventoryFile file() throws InvalidConfigException {
        return Objects.requireNonNull(directory.load(CONFIG).inventory());
    }

    private void listing(String... names) {
        StringBuilder hosts = new StringBuilder("hosts:" + (names.length == 0 ? " []" : "") + "\n");
        List.of(names).forEach(name -> hosts.append("  ").append(host(name)));
        directory.write("hosts.yaml", hosts.toString());
    }

    private static String host(String name) {
        return "- { name: " + name + ", realm: libvirt, ssh-host: 10.1.2.3 }\n";
    }

    private static Optional<List<String>> names(Optional<List<HostEntry>> hosts) {
        return hosts.map(all -> all.stream().map(HostEntry::name).toList());
    }

    private String refusal(InventoryFile file) {
        return directory.masked(String.valueOf(
                assertThrows(InvalidConfigException.class, file::look).getMessage()));
    }
}
