package io.github.ticryptexporter.config;

import io.github.ticryptexporter.findings.Cidr;
import io.github.ticryptexporter.findings.HostEntry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Binds {@code inventory}: the hosts in the configuration, then those in the file that it names. */
final class HostBinding {

    static final String FILE = "inventory.file";
    private static final long MOST_VCPUS = 1_000_000;

    private final List<HostEntry> hosts = new ArrayList<>();
    private final Set<List<String>> names = new HashSet<>();

    /** The hosts that stand in the configuration itself, as far as they could be read. */
    static List<HostEntry> hosts(Section inventory) {
        HostBinding binding = new HostBinding();
        inventory.sections("hosts").forEach(binding::add);
        return binding.hosts;
    }

    /** Those hosts and then the ones of the inventory's own file, in the order in which they are matched. */
    static List<HostEntry> hosts(List<HostEntry> before, YamlNode file, Context context) throws YamlException {
        HostBinding binding = new HostBinding();
        before.forEach(binding::keep);
        Section root = Section.root(FILE, hostsIn(file), context);
        root.sections("hosts").forEach(binding::add);
        root.finish();
        return binding.hosts;
    }

    private void keep(HostEntry host) {
        hosts.add(host);
        names.add(List.of(host.realm(), host.name()));
    }

    /** The inventory's own file, if one is named. */
    static Optional<Path> file(Section inventory) {
        return inventory.setting("file").flatMap(NamedFile::readable);
    }

    /** A bare list is the same as a list below {@code hosts}. */
    private static YamlNode.Mapping hostsIn(YamlNode root) throws YamlException {
        if (root instanceof YamlNode.Mapping mapping) {
            return mapping;
        }
        if (root instanceof YamlNode.Items) {
            Map<String, YamlNode.Entry> entries = Map.of("hosts", new YamlNode.Entry(root.line(), root));
            return new YamlNode.Mapping(root.line(), entries, List.of());
        }
        throw new YamlException("expected a list of hosts, but was " + root.shape());
    }

    private void add(Section host) {
        Optional<String> name = host.required("name", "a name for dashboards", "name: gpu-01");
        Optional<String> realm = host.required("realm", "the realm that the host serves", "realm: libvirt");
        HostEntry entry = entry(host, name.orElse(""), realm.orElse(""));
        checkMatcher(host);
        if (name.isPresent() && realm.isPresent() && !names.add(List.of(entry.realm(), entry.name()))) {
            host.problem(
                    "expected a name of its own, but realm " + entry.realm() + " has a host " + entry.name()
                            + " already",
                    "rename one of them");
        }
        hosts.add(entry);
    }

    private static HostEntry entry(Section host, String name, String realm) {
        return new HostEntry(
                name,
                realm,
                host.setting("ssh-host").flatMap(Setting::name).orElse(null),
                host.setting("nat-port-base")
                        .flatMap(base -> base.wholeNumber(1, 65535))
                        .map(Math::toIntExact)
                        .orElse(null),
                host.setting("guest-cidr").flatMap(HostBinding::cidr).orElse(null),
                host.setting("pinned").flatMap(Setting::name).orElse(null),
                host.setting("vcpus")
                        .flatMap(vcpus -> vcpus.wholeNumber(1, MOST_VCPUS))
                        .orElse(null),
                host.setting("memory").flatMap(Setting::bytes).orElse(null),
                devices(host.named("devices")),
                host.setting("schedulable").flatMap(Setting::flag).orElse(true));
    }

    private static void checkMatcher(Section host) {
        if (!host.has("ssh-host") && !host.has("guest-cidr") && !host.has("pinned")) {
            host.problem(
                    "expected at least one of ssh-host, guest-cidr and pinned, but was none",
                    "add one, or no VM is ever found on this host");
        } else if (host.has("nat-port-base") && !host.has("ssh-host")) {
            host.problem("expected ssh-host beside nat-port-base, but was none", "add it, or remove nat-port-base");
        }
    }

    private static Optional<Cidr> cidr(Setting setting) {
        try {
            return Optional.of(Cidr.parse(setting.text()));
        } catch (IllegalArgumentException e) {
            return setting.refuse("a network such as 192.168.122.0/24", "write address, slash and prefix length");
        }
    }

    private static Map<String, Long> devices(Map<String, Setting> settings) {
        Map<String, Long> devices = new HashMap<>();
        settings.forEach(
                (type, setting) -> setting.wholeNumber(0, MOST_VCPUS).ifPresent(number -> devices.put(type, number)));
        return devices;
    }
}
