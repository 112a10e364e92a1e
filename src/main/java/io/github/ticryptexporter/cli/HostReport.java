package io.github.ticryptexporter.cli;

import io.github.ticryptexporter.config.InventoryStub;
import io.github.ticryptexporter.config.SizeText;
import io.github.ticryptexporter.findings.FindingSettings;
import io.github.ticryptexporter.findings.Findings;
import io.github.ticryptexporter.findings.Host;
import io.github.ticryptexporter.findings.Placement;
import io.github.ticryptexporter.findings.PlacementMethod;
import io.github.ticryptexporter.findings.RealmFindings;
import io.github.ticryptexporter.findings.UnlistedHost;
import io.github.ticryptexporter.findings.Use;
import io.github.ticryptexporter.fleet.FleetSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The hosts that VMs were seen on, and entries for those that the inventory lacks; shows addresses. */
final class HostReport {

    private static final List<String> HEADINGS = List.of("realm", "host", "found by", "VMs", "vCPUs", "memory");

    private HostReport() {}

    /** Paragraphs, each with an empty line behind it; none without VMs. */
    static String of(FleetSnapshot fleet, FindingSettings settings) {
        List<List<String>> rows = new ArrayList<>();
        Findings.of(fleet, settings).realms().forEach((realm, findings) -> addRows(realm, findings, rows));
        if (rows.isEmpty()) {
            return "";
        }
        return "Hosts that VMs were seen on:\n\n" + new TextTable(HEADINGS, rows) + "\n"
                + stub(UnlistedHost.of(fleet, settings), settings);
    }

    private static void addRows(String realm, RealmFindings findings, List<List<String>> rows) {
        findings.hosts().forEach((host, use) -> {
            if (use.vms() > 0) {
                rows.add(row(realm, host.key(), methods(host, findings), use));
            }
        });
        Use unplaced = Use.of(findings.placements().stream()
                .filter(placement -> placement.method() == PlacementMethod.UNKNOWN)
                .map(Placement::vm)
                .toList());
        if (unplaced.vms() > 0) {
            rows.add(row(realm, "-", PlacementMethod.UNKNOWN.label(), unplaced));
        }
    }

    private static List<String> row(String realm, String host, String methods, Use use) {
        return List.of(
                realm,
                host,
                methods,
                Integer.toString(use.vms()),
                Long.toString(use.vcpus()),
                SizeText.format(use.memoryBytes()));
    }

    private static String methods(Host host, RealmFindings findings) {
        return findings.placements().stream()
                .filter(placement -> host.equals(placement.host()))
                .map(placement -> placement.method().label())
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private static String stub(List<UnlistedHost> unlisted, FindingSettings settings) {
        if (unlisted.isEmpty()) {
            return "";
        }
        String where = "hosts that the inventory lacks, to be pasted into the configuration";
        return settings.hosts().isEmpty()
                ? "The " + where + ", with vcpus and memory to be filled in:\n\n" + InventoryStub.section(unlisted)
                        + "\n"
                : "The " + where + " below inventory.hosts, with vcpus and memory to be filled in:\n\n"
                        + InventoryStub.items(unlisted) + "\n";
    }
}
