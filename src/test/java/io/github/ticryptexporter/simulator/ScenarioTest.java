package io.github.ticryptexporter.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScenarioTest {
    private static final Set<String> EVERY_KIND_OF_DRIFT = Set.of(
            "running_without_vm",
            "vm_without_config",
            "vm_config_not_running",
            "vm_claimed_twice",
            "readwrite_without_writer",
            "writer_not_active",
            "readonly_without_reader",
            "reader_not_active",
            "ready_but_attached",
            "writer_and_readers",
            "vm_drive_missing",
            "vm_drive_unacknowledged",
            "dangling drive_owner",
            "dangling drive_team",
            "dangling drive_project",
            "dangling vm_owner",
            "dangling vm_team",
            "dangling vm_project",
            "vm_silent",
            "vm_hung",
            "drive_stuck");

    private final TestSite site = TestSite.of(5, 0.2);

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void labelsAreTheNamesInLowerCaseWithHyphens() {
        assertEquals(List.of("calm", "busy", "drift", "host-down", "api-flaky", "token-revoked"), Scenario.labels());
    }

    @Test
    void theScenarioRouteShowsAndSwitches() {
        assertEquals("calm\n", site.get(ControlRoutes.SCENARIO, "vm").body());
        HttpResponse<String> switched = site.send("PUT", ControlRoutes.SCENARIO, "vm", "host-down\n");
        assertEquals(200, switched.statusCode());
        assertEquals("host-down\n", switched.body());
        assertEquals(Scenario.HOST_DOWN, site.site.scenario());
        assertEquals("host-down\n", site.get(ControlRoutes.SCENARIO, "vm").body());
    }

    @Test
    void anUnknownScenarioIsABadRequestThatListsTheKnownOnes() {
        HttpResponse<String> response = site.send("PUT", ControlRoutes.SCENARIO, "vm", "storm");
        assertEquals(400, response.statusCode());
        assertEquals("expected one of calm, busy, drift, host-down, api-flaky, token-revoked\n", response.body());
        assertEquals(Scenario.CALM, site.site.scenario());
    }

    @ParameterizedTest
    @EnumSource(Scenario.class)
    void everyScenarioIsUndoneAtOnceByCalm(Scenario scenario) {
        site.ticks(20);
        site.site.scenario(scenario);
        site.ticks(400);
        site.site.edit(fleet -> {});
        site.site.scenario(Scenario.CALM);
        assertHealthy();
        site.ticks(200);
        assertHealthy();
    }

    @Test
    void scenariosFollowEachOtherWithoutATrace() {
        for (Scenario scenario : Scenario.values()) {
            site.site.scenario(scenario);
            site.ticks(100);
        }
        for (Scenario scenario : List.of(Scenario.DRIFT, Scenario.HOST_DOWN, Scenario.BUSY, Scenario.DRIFT)) {
            site.site.scenario(scenario);
            site.ticks(100);
        }
        site.site.scenario(Scenario.CALM);
        assertHealthy();
        assertTrue(Math.abs(Picture.of(site).vms().size() - 60) < 20);
    }

    private void assertHealthy() {
        assertEquals(Map.of(), Findings.of(site));
        assertEquals(List.of(), Quotas.exceeded(site));
    }

    @Test
    void driftShowsEveryKindOfInconsistencyAtOnceAndForAsLongAsItLasts() {
        site.site.scenario(Scenario.DRIFT);
        assertEquals(
                new TreeSet<>(EVERY_KIND_OF_DRIFT),
                new TreeSet<>(Findings.of(site).keySet()));
        site.ticks(500);
        assertEquals(
                new TreeSet<>(EVERY_KIND_OF_DRIFT),
                new TreeSet<>(Findings.of(site).keySet()));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void driftShowsEveryKindOnASmallSiteToo(long seed) {
        try (TestSite small = TestSite.of(seed, 0.05)) {
            small.site.scenario(Scenario.DRIFT);
            assertEquals(
                    new TreeSet<>(EVERY_KIND_OF_DRIFT),
                    new TreeSet<>(Findings.of(small).keySet()));
        }
    }

    @Test
    void aHostThatIsDownTakesNoVmEvenAfterAnEdit() {
        site.site.scenario(Scenario.HOST_DOWN);
        List<JsonNode> left = Picture.of(site).vms();
        site.site.edit(fleet -> {});
        site.ticks(600);
        Picture later = Picture.of(site);
        for (SimulatedHost host : site.site.hosts()) {
            boolean down = left.stream().anyMatch(vm -> isOn(host, vm) && isSilent(vm));
            if (down) {
                assertEquals(
                        left.stream().filter(vm -> isOn(host, vm)).count(),
                        later.vms().stream().filter(vm -> isOn(host, vm)).count());
            }
        }
    }

    private boolean isSilent(JsonNode vm) {
        return vm.path("lastPing").asLong(Long.MAX_VALUE) < site.clock.millis() - 15 * 60 * 1_000;
    }

    @Test
    void driftPinsAConfigToAHostThatItsVmIsNotOn() {
        site.site.scenario(Scenario.DRIFT);
        assertEquals(1, pinnedElsewhere());
        site.site.scenario(Scenario.CALM);
        assertEquals(0, pinnedElsewhere());
    }

    private long pinnedElsewhere() {
        Picture picture = Picture.of(site);
        return picture.vms().stream()
                .filter(vm -> picture.configs().stream()
                        .anyMatch(config -> config.get("id").equals(vm.get("config"))
                                && config.has("host")
                                && !config.get("host").asText().equals(hostOf(vm))))
                .count();
    }

    private String hostOf(JsonNode vm) {
        return site.site.hosts().stream()
                .filter(host -> isOn(host, vm))
                .map(SimulatedHost::name)
                .findFirst()
                .orElse("");
    }

    private static boolean isOn(SimulatedHost host, JsonNode vm) {
        int offset = vm.get("ssh").get("port").intValue() - host.natPortBase();
        return vm.get("ssh").get("host").asText().equals(host.sshHost()) && offset > 0 && offset < 256;
    }

    @Test
    void aBusySiteStartsManyVmsAndLetsTeamsExceedTheirQuotas() {
        int calm = Picture.of(site).vms().size();
        site.site.scenario(Scenario.BUSY);
        site.ticks(300);
        assertTrue(Picture.of(site).vms().size() > calm * 1.5);
        List<String> exceeded = Quotas.exceeded(site);
        assertTrue(exceeded.stream().anyMatch(what -> what.contains(" cores:")), exceeded.toString());
        assertTrue(exceeded.stream().anyMatch(what -> what.contains(" memory:")), exceeded.toString());
        assertTrue(exceeded.stream().anyMatch(what -> what.contains(" storage/drives:")), exceeded.toString());
        assertEquals(Map.of(), Findings.of(site));
    }

    @Test
    void aBusySiteLeavesATeamAloneThatHasNoMembers() {
        for (int team = 0; team < 3; team++) {
            JsonNode created = TestSite.json(
                    site.send("POST", "/api/teams", "team.full", "{\"name\": \"new\", \"desc\": \"invented\"}"));
            String quotas = "{\"storage\":{\"drives\":1099511627776}}";
            assertEquals(
                    200, site.editQuotas(created.get("id").asText(), quotas).statusCode());
        }
        site.site.scenario(Scenario.BUSY);
        for (int look = 0; look < 300; look++) {
            site.ticks(1);
            site.read("/api/teams", "team");
        }
    }

    @Test
    void theHostsOfABusySiteFillUp() {
        try (TestSite typical = TestSite.of(1, 1)) {
            typical.site.scenario(Scenario.BUSY);
            typical.ticks(600);
            Picture picture = Picture.of(typical);
            long full = typical.site.hosts().stream()
                    .filter(host -> memoryOn(host, picture) > host.memoryBytes() * 0.9)
                    .count();
            assertTrue(full >= 2, full + " hosts are full");
        }
    }

    private static long memoryOn(SimulatedHost host, Picture picture) {
        return picture.vms().stream()
                .filter(vm -> isOn(host, vm))
                .mapToLong(vm -> vm.path("resources").path("memory").longValue())
                .sum();
    }

    @Test
    void aHostThatIsDownLosesMostOfItsVmsAndKeepsTheRestInSilence() {
        Picture before = Picture.of(site);
        site.site.scenario(Scenario.HOST_DOWN);
        Map<String, Integer> findings = Findings.of(site);
        int lost = before.vms().size() - Picture.of(site).vms().size();
        assertTrue(lost > 2, "lost " + lost);
        assertTrue(findings.getOrDefault("running_without_vm", 0) >= lost - 2, findings.toString());
        assertTrue(findings.containsKey("writer_not_active"), findings.toString());
        assertTrue(findings.containsKey("vm_silent"), findings.toString());
        site.site.scenario(Scenario.CALM);
        assertEquals(before.vms().size(), Picture.of(site).vms().size());
    }

    @Test
    void aFlakyApiFailsInEveryWay() {
        site.site.scenario(Scenario.API_FLAKY);
        assertEquals(
                Set.of("200 json", "200 html", "429 retry 10", "500", "503 retry 5", "cut short"),
                Set.copyOf(outcomes()));
    }

    @Test
    void aFlakyApiFailsInTheSameOrderForTheSameSeed() {
        FlakyAnswers one = new FlakyAnswers(1);
        FlakyAnswers same = new FlakyAnswers(1);
        FlakyAnswers other = new FlakyAnswers(2);
        assertEquals(statuses(one), statuses(same));
        assertNotEquals(statuses(one), statuses(other));
    }

    private static List<Integer> statuses(FlakyAnswers answers) {
        return IntStream.range(0, 200)
                .mapToObj(request -> answers.next().status)
                .toList();
    }

    private List<String> outcomes() {
        List<String> outcomes = new ArrayList<>();
        for (int request = 0; request < 40; request++) {
            outcomes.add(outcome());
        }
        return outcomes;
    }

    private String outcome() {
        try {
            HttpResponse<String> response = site.get("/api/drives", "drive");
            String retry = response.headers()
                    .firstValue("Retry-After")
                    .map(after -> " retry " + after)
                    .orElse("");
            if (response.statusCode() != 200) {
                return response.statusCode() + retry;
            }
            return response.body().startsWith("<!DOCTYPE html>") ? "200 html" : "200 json";
        } catch (UncheckedIOException e) {
            return "cut short";
        }
    }

    @Test
    void aRevokedTokenIsRefusedUntilItIsBack() {
        site.site.scenario(Scenario.TOKEN_REVOKED);
        assertEquals(401, site.get("/api/vms/libvirt/active", "vm").statusCode());
        assertEquals(401, site.get("/api/vms/libvirt/active", "vm.full").statusCode());
        assertEquals(200, site.get("/api/drives", "drive").statusCode());
        site.site.scenario(Scenario.CALM);
        assertEquals(200, site.get("/api/vms/libvirt/active", "vm").statusCode());
    }

    @Test
    void theScenarioRouteStaysReachableWhileTheApiIsFlaky() {
        site.site.scenario(Scenario.API_FLAKY);
        for (int request = 0; request < 20; request++) {
            assertEquals("api-flaky\n", site.get(ControlRoutes.SCENARIO, "vm").body());
        }
        assertFalse(
                site.send("PUT", ControlRoutes.SCENARIO, "vm", "calm").body().isEmpty());
    }
}
