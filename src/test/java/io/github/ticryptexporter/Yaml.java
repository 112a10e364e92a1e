package io.github.ticryptexporter;

import io.github.ticryptexporter.oracle.HostEntry;
import io.github.ticryptexporter.oracle.OracleSettings;
import io.github.ticryptexporter.simulator.SimulatedSite;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The configuration file that says what the oracle's settings say. */
final class Yaml {
    private Yaml() {}

    static String of(URI base, Map<String, String> tokens, OracleSettings settings) {
        StringBuilder yaml = new StringBuilder("ticrypt:\n  base-url: " + base + "\n  tokens:\n");
        tokens.forEach((name, token) -> yaml.append("    %s: { value: \"%s\" }\n".formatted(name, token)));
        yaml.append("  realms: { discover: %s, include: %s, exclude: %s }\n"
                .formatted(
                        settings.realms().discover(),
                        settings.realms().include(),
                        settings.realms().exclude()));
        yaml.append("privacy: { level: %s }\n"
                .formatted(settings.publishing().level().name().toLowerCase(Locale.ROOT)));
        if (!settings.placing().hosts().isEmpty()) {
            yaml.append("inventory:\n  hosts:\n");
            settings.placing().hosts().forEach(host -> yaml.append(host(host)));
        }
        return yaml.toString();
    }

    private static String host(HostEntry host) {
        StringBuilder line = new StringBuilder("    - { name: %s, realm: %s, schedulable: %s"
                .formatted(host.name(), host.realm(), host.schedulable()));
        append(line, "ssh-host", host.address().sshHost());
        append(line, "nat-port-base", host.address().natPortBase());
        append(line, "guest-cidr", host.address().guestCidr());
        append(line, "pinned", host.address().pinned());
        append(line, "vcpus", host.capacity().vcpus());
        append(line, "memory", host.capacity().memoryBytes());
        append(line, "devices", host.capacity().devices().toString().replace("=", ": "));
        return line + " }\n";
    }

    private static void append(StringBuilder line, String key, @Nullable Object value) {
        if (value != null) {
            line.append(", ").append(key).append(": ").append(value);
        }
    }

    /** Both identity providers of a site, read every minute. */
    static String identity(SimulatedSite site) {
        return """
                identity:
                  monocloud: { base-url: %s, api-key: { value: "%s" }, interval: 1m }
                  allthenticate: { base-url: %s, header: %s, api-key: { value: "%s" }, interval: 1m }
                """.formatted(
                        site.identityUri("monocloud"),
                        site.identityKeys().get("monocloud"),
                        site.identityUri("allthenticate"),
                        SimulatedSite.ALLTHENTICATE_HEADER,
                        site.identityKeys().get("allthenticate"));
    }
}
