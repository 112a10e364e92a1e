package io.github.ticryptexporter.status;

import static io.github.ticryptexporter.testing.Entries.host;
import static io.github.ticryptexporter.testing.Fleets.REALM;
import static io.github.ticryptexporter.testing.Vms.vm;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.ticryptexporter.fleet.FleetSnapshot;
import io.github.ticryptexporter.fleet.VmInfo;
import io.github.ticryptexporter.metrics.PrivacyLevel;
import io.github.ticryptexporter.testing.HtmlPage;
import io.github.ticryptexporter.testing.Snapshots;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HostTableTest {

    private final FleetSnapshot fleet = Snapshots.knowing(REALM)
            .vms(
                    REALM,
                    vm("a").reachedAt("10.0.0.1")
                            .takes(8, 60, Map.of("gpu-nvidia", 1L))
                            .made(),
                    vm("b").reachedAt("10.0.0.2").takes(12, 8, Map.of()).made(),
                    vm("c").reachedAt("10.0.0.3")
                            .takes(2, 4, Map.of("fpga", 1L))
                            .made())
            .made();

    @Test
    void theFullestHostComesFirstAndVcpusCountAsOftenAsTheyMayBePromised() {
        assertEquals(
                List.of(
                        List.of(
                                "gpu of realm libvirt",
                                "1",
                                "8 of 8, 100 % full",
                                "60 GiB of 64 GiB, 93 % nearly full",
                                "gpu-nvidia 1 of 4, 25 %"),
                        List.of("big of realm libvirt drained", "1", "12 of 256, 4 %", "8 GiB of 512 GiB, 1 %", "none"),
                        List.of(
                                "10.0.0.3 of realm libvirt",
                                "1",
                                "2, size not known",
                                "4 GiB, size not known",
                                "fpga 1, size not known")),
                withInventory().page().rows("Hosts").stream()
                        .map(HostTableTest::withoutBars)
                        .toList());
        assertEquals(
                "All 3 hosts, by the resource that is nearest to being taken. A vCPU of a host counts 4 times, as"
                        + " placement.vcpu-overcommit says.",
                withInventory().page().texts("//caption").get(1));
    }

    /** What a bar holds is for browsers that know no bars, and says what stands beside it. */
    private static List<String> withoutBars(List<String> row) {
        return row.stream().map(cell -> cell.replaceAll("\\d+ % (?=\\d)", "")).toList();
    }

    @Test
    void aBarSaysWhatItMeasures() {
        HtmlPage page = withInventory().page();
        assertEquals(
                List.of("vCPUs", "memory", "gpu-nvidia", "vCPUs", "memory"),
                page.texts("//table[2]//meter/@aria-label"));
        assertEquals(List.of("1.0000", "0.9375", "0.2500", "0.0469", "0.0156"), page.texts("//table[2]//meter/@value"));
    }

    @Test
    void whatIsMoreThanThereIsIsOver() {
        Pages page = Pages.of(fleet).with(host("tiny").sshHost("10.0.0.1").owning(1, 64, Map.of("gpu-nvidia", 0L)));
        List<String> row = withoutBars(page.page().rows("Hosts").get(0));
        assertEquals("8 of 4, 200 % over", row.get(2));
        assertEquals("gpu-nvidia over 1 of 0 over", row.get(4));
    }

    @Test
    void hostsAreCalledAsTheLevelHasIt() {
        List<String> names = Pages.of(fleet).at(PrivacyLevel.STRICT).page().texts("//table[2]//th/bdi[1]");
        assertEquals(
                3, names.stream().filter(name -> name.matches("h-[0-9a-f]{8}")).count(), names::toString);
    }

    @Test
    void ofManyHostsTheTwentyFullestAreShown() {
        HtmlPage page = Pages.of(manyHosts()).page();
        assertEquals(20, page.rows("Hosts").size());
        assertEquals(true, page.texts("//caption").get(1).startsWith("The 20 fullest of 1,000 hosts, by"));
    }

    @Test
    void whatStandsForSeveralHostsIsNotTakenForOne() {
        HtmlPage page = Pages.of(manyHosts()).within(200).page();
        assertEquals(
                false, page.rows("Hosts").stream().anyMatch(row -> row.get(0).startsWith("other")));
        String note = page.texts("//ul[@class='notes']/li").get(0);
        assertEquals(
                true,
                note.matches("The fleet has more series than limits.series allows: hosts that take least are"
                        + " summed as \"other\" \\(\\d+\\)\\."),
                note);
    }

    @Test
    void aHostMayBeCalledAsWhatStandsForSeveral() {
        Pages page = Pages.of(fleet).with(host("other").sshHost("10.0.0.1").owning(1, 1, Map.of()));
        assertEquals("other of realm libvirt", page.page().rows("Hosts").get(0).get(0));
    }

    @Test
    void withoutVmsNoHostIsKnown() {
        assertEquals(
                List.of("No host is known now: hosts show by the VMs on them, which have to be read first."),
                Pages.of(FleetSnapshot.EMPTY).page().texts("//h2[.='Hosts']/following-sibling::*[1]"));
    }

    private Pages withInventory() {
        return Pages.of(fleet)
                .with(
                        host("big")
                                .sshHost("10.0.0.2")
                                .owning(64, 512, Map.of())
                                .drained(),
                        host("gpu").sshHost("10.0.0.1").owning(2, 64, Map.of("gpu-nvidia", 4L)));
    }

    private static FleetSnapshot manyHosts() {
        VmInfo[] vms = IntStream.range(0, 1_000)
                .mapToObj(i -> vm("vm-" + i)
                        .reachedAt("10.1." + i / 250 + "." + i % 250)
                        .made())
                .toArray(VmInfo[]::new);
        return Snapshots.knowing(REALM).vms(REALM, vms).made();
    }
}
