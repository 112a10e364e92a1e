package io.github.ticryptexporter.config;

import io.github.ticryptexporter.findings.UnlistedHost;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Hosts as entries of the configuration file, for a person to complete: capacities are keys without a value, which is as
 * good as absent, so that the entries can be used as they are.
 */
public final class InventoryStub {

    /** What YAML takes for text without quotes: names that begin with a letter, and addresses. */
    private static final Pattern PLAIN = Pattern.compile("[a-zA-Z][\\w.-]*|\\d+(\\.\\d+){3}");

    private static final Pattern OTHER_THAN_TEXT =
            Pattern.compile("(?i)y|n|yes|no|on|off|true|false|null|nan|inf|0x.*");

    private InventoryStub() {}

    /** The key {@code inventory} with these hosts, for a configuration that has none. */
    public static String section(List<UnlistedHost> hosts) {
        return "inventory:\n  hosts:\n" + items(hosts);
    }

    /** The items alone, indented to stand below {@code inventory.hosts}. */
    public static String items(List<UnlistedHost> hosts) {
        return hosts.stream()
                .filter(InventoryStub::isWritable)
                .map(InventoryStub::item)
                .collect(Collectors.joining());
    }

    private static String item(UnlistedHost host) {
        StringBuilder item = new StringBuilder();
        item.append("    - name: ")
                .append(text(host.suggestedName()))
                .append("  # holds ")
                .append(use(host));
        item.append("\n      realm: ").append(text(host.realm()));
        if (host.sshHost() != null) {
            item.append("\n      ssh-host: ").append(text(host.sshHost()));
        }
        if (host.natPortBase() != null) {
            item.append("\n      nat-port-base: ").append(host.natPortBase());
        }
        if (host.pinned() != null) {
            item.append("\n      pinned: ").append(text(host.pinned()));
        }
        item.append("\n      vcpus:\n      memory:\n");
        String devices = devices(host.use().devices());
        return item + (devices.isEmpty() ? "" : "      devices: {}  # in use: " + devices + "\n");
    }

    private static String use(UnlistedHost host) {
        int vms = host.use().vms();
        return vms + (vms == 1 ? " VM, " : " VMs, ") + host.use().vcpus() + " vCPUs, "
                + SizeText.format(host.use().memoryBytes());
    }

    private static String devices(Map<String, Long> devices) {
        return devices.entrySet().stream()
                .filter(used -> used.getValue() > 0)
                .map(used -> text(used.getKey()) + ": " + used.getValue())
                .collect(Collectors.joining(", "));
    }

    /** What the configuration refuses as a name cannot be written down. */
    private static boolean isWritable(UnlistedHost host) {
        return isName(host.realm())
                && (host.sshHost() == null || isName(host.sshHost()))
                && (host.pinned() == null || isName(host.pinned()));
    }

    private static boolean isName(String text) {
        return !text.isBlank() && text.chars().noneMatch(Character::isISOControl);
    }

    /** The text as YAML, which double quotes leave no way to misunderstand. */
    private static String text(String plain) {
        if (PLAIN.matcher(plain).matches() && !OTHER_THAN_TEXT.matcher(plain).matches()) {
            return plain;
        }
        StringBuilder quoted = new StringBuilder("\"");
        plain.chars().forEach(c -> quoted.append(quoted((char) c)));
        return quoted.append('"').toString();
    }

    private static String quoted(char c) {
        if (c == '"' || c == '\\') {
            return "\\" + c;
        }
        return c < ' ' || c > '~' ? "\\u%04x".formatted((int) c) : String.valueOf(c);
    }
}
