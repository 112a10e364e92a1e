package io.github.ticryptexporter.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.ticryptexporter.findings.HostEntry;
import io.github.ticryptexporter.findings.UnlistedHost;
import io.github.ticryptexporter.findings.Use;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is handed out for pasting is a configuration as it stands. */
class InventoryStubTest {

    private static final Use SOME = new Use(2, 6, 24L << 30, Map.of("gpu-nvidia", 3L, "fpga", 0L));

    private final ConfigDirectory directory;

    InventoryStubTest(@TempDir Path temporary) {
        directory = new ConfigDirectory(temporary);
    }

    @Test
    void theSectionSaysWhatWasSeenAndLeavesTheCapacityOpen() {
        assertEquals(
                """
                inventory:
                  hosts:
                    - name: kvm-01  # holds 2 VMs, 6 vCPUs, 24GiB
                      realm: libvirt
                      ssh-host: 10.0.0.1
                      nat-port-base: 30000
                      pinned: kvm-01
                      vcpus:
                      memory:
                      devices: {}  # in use: gpu-nvidia: 3
                    - name: unnamed-01  # holds 1 VM, 0 vCPUs, 0
                      realm: libvirt
                      ssh-host: 10.0.0.2
                      vcpus:
                      memory:
                """,
                InventoryStub.section(List.of(
                        new UnlistedHost("kvm-01", "libvirt", "10.0.0.1", 30000, "kvm-01", SOME),
                        new UnlistedHost(
                                "unnamed-01", "libvirt", "10.0.0.2", null, null, new Use(1, 0, 0, Map.of())))));
    }

    @Test
    void pastedUnchangedTheSectionIsAccepted() throws Exception {
        UnlistedHost host = new UnlistedHost("kvm-01", "libvirt", "10.0.0.1", 30000, "kvm-01", SOME);

        assertEquals(
                List.of(entry("kvm-01", "libvirt", "10.0.0.1", 30000, "kvm-01")),
                loaded(InventoryStub.section(List.of(host))));
    }

    @Test
    void pastedBelowTheHostsThatAreThereTheItemsAreAccepted() throws Exception {
        UnlistedHost host = new UnlistedHost("unnamed-01", "libvirt", "10.0.0.2", null, null, SOME);

        assertEquals(
                List.of(
                        entry("kvm-01", "libvirt", null, null, "kvm-01"),
                        entry("unnamed-01", "libvirt", "10.0.0.2", null, null)),
                loaded("""
                        inventory:
                          hosts:
                            - { name: kvm-01, realm: libvirt, pinned: kvm-01 }
                        """ + InventoryStub.items(List.of(host))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "~",
                "true",
                "No",
                "007",
                "1e3",
                "0x1F",
                ".inf",
                "- a",
                "a: b",
                "a #b",
                "# a",
                "a\"b\\c",
                "'a'",
                "{a}",
                "[a]",
                "@a",
                "fe80::1",
                "*a",
                "&a",
                "!a",
                "a,b",
                "Zürich",
                "a\u2028b",
                "\uD83D\uDE00",
                "a ",
                "%a"
            })
    void whateverARealmOrAnAddressIsCalledItIsReadBackAsItWas(String odd) throws Exception {
        UnlistedHost host = new UnlistedHost("unnamed-01", odd, odd, 30000, odd, SOME);

        assertEquals(List.of(entry("unnamed-01", odd, odd, 30000, odd)), loaded(InventoryStub.section(List.of(host))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a\nb", "a\u0007b"})
    void whatNoConfigurationCanNameIsLeftOut(String unusable) {
        assertEquals("", InventoryStub.items(List.of(new UnlistedHost("x", "libvirt", unusable, 30000, null, SOME))));
        assertEquals("", InventoryStub.items(List.of(new UnlistedHost("x", unusable, "10.0.0.1", null, null, SOME))));
    }

    private List<HostEntry> loaded(String inventory) throws Exception {
        return directory
                .load(ConfigDirectory.MINIMAL + inventory)
                .config()
                .findings()
                .hosts();
    }

    private static HostEntry entry(
            String name,
            String realm,
            @Nullable String sshHost,
            @Nullable Integer natPortBase,
            @Nullable String pinned) {
        return new HostEntry(name, realm, sshHost, natPortBase, null, pinned, null, null, Map.of(), true);
    }
}
