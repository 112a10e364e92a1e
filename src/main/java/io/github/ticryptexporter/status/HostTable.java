package io.github.ticryptexporter.status;

import java.util.List;
import java.util.Map;

/** The fullest hosts, a bar for everything that VMs take of them. */
final class HostTable {

    private HostTable() {}

    static Html of(Ranking<HostUse> hosts, double vcpuOvercommit) {
        if (hosts.first().isEmpty()) {
            return Html.of(
                    "<p>No host is known now: hosts show by the VMs on them, which have to be read first.</p>\n");
        }
        Html caption = Html.of(
                "%s, by the resource that is nearest to being taken. A vCPU of a host counts %s times, as"
                        + " <code>placement.vcpu-overcommit</code> says.",
                hosts.inWords("host", "fullest"), InWords.number(vcpuOvercommit));
        return new Table(caption, List.of("Host", "VMs", "vCPUs", "Memory", "Devices"))
                .of(hosts.first().stream().map(HostTable::row).toList());
    }

    private static List<Html> row(HostUse host) {
        return List.of(
                Html.of(
                        "%s <small>of realm %s</small>%s",
                        Html.name(host.id().host()),
                        Html.name(host.id().realm()),
                        host.isDrained() ? Html.of(" <strong class=\"warn\">drained</strong>") : Html.NOTHING),
                Html.of("%s", InWords.number(host.vms())),
                host.vcpus().bar("vCPUs"),
                host.memory().bar("memory"),
                host.devices().isEmpty()
                        ? Html.of("none")
                        : Html.joined(host.devices().entrySet().stream()
                                .map(HostTable::device)
                                .toList()));
    }

    private static Html device(Map.Entry<String, Share> device) {
        return Html.of(
                "<div>%s %s</div>",
                Html.name(device.getKey()), device.getValue().bar(device.getKey()));
    }
}
