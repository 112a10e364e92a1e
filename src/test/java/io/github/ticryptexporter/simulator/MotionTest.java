package io.github.ticryptexporter.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A calm fleet as the clock moves. */
class MotionTest {
    private final TestSite site = TestSite.of(3, 0.15);

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void aCalmFleetIsConsistentAndWithinQuotasAtEveryLook() {
        for (int look = 0; look < 40; look++) {
            site.ticks(17);
            assertEquals(Map.of(), Findings.of(site), "after look " + look);
            assertEquals(List.of(), Quotas.exceeded(site), "after look " + look);
        }
    }

    @Test
    void configsGoThroughTheStatesOfAStartAndOfAStop() {
        Set<String> steps = new HashSet<>();
        Map<String, String> before = states(Picture.of(site).configs());
        for (int tick = 0; tick < 400; tick++) {
            site.ticks(1);
            Map<String, String> after = states(configs());
            after.forEach((id, state) -> steps.add(before.get(id) + " -> " + state));
            before.putAll(after);
        }
        steps.removeIf(
                step -> List.of(step.split(" -> ", 2)).stream().distinct().count() == 1);
        Set<String> allowed = Set.of(
                "Stopped -> Starting",
                "Starting -> Running",
                "Running -> Stopping",
                "Stopping -> Stopped",
                "Starting -> Stopped");
        assertTrue(allowed.containsAll(steps), steps.toString());
        assertTrue(steps.size() >= 4, steps.toString());
    }

    private static Map<String, String> states(Iterable<JsonNode> objects) {
        Map<String, String> states = new HashMap<>();
        objects.forEach(object ->
                states.put(object.get("id").asText(), object.get("state").asText()));
        return states;
    }

    private JsonNode configs() {
        return site.read("/api/vms/libvirt/configs", "vm");
    }

    @Test
    void aRunningVmPingsTwiceAMinute() {
        site.ticks(1_000);
        long now = site.clock.millis();
        for (JsonNode vm : Picture.of(site).vms()) {
            long ping = vm.path("lastPing").asLong(now);
            assertTrue(ping > now - 30_000 && ping <= now, vm.toString());
        }
    }

    @Test
    void aStartingVmHasNotBeenHeardOfAndHasNoDrives() {
        for (int look = 0; look < 40; look++) {
            site.ticks(10);
            Picture picture = Picture.of(site);
            Map<String, String> states = states(picture.configs());
            for (JsonNode vm : picture.vms()) {
                boolean starting =
                        "Starting".equals(states.get(vm.path("config").asText()));
                assertEquals(starting, !vm.has("lastPing"), vm.toString());
                assertTrue(!starting || vm.get("drives").isEmpty(), vm.toString());
            }
        }
    }

    @Test
    void drivesAreAttachedAndDetachedInitialisedAndTransferred() {
        Set<String> steps = new HashSet<>();
        Map<String, String> before = states(site.read("/api/drives", "drive"));
        for (int look = 0; look < 300; look++) {
            site.ticks(4);
            Map<String, String> after = states(site.read("/api/drives", "drive"));
            after.forEach((id, state) -> steps.add(before.getOrDefault(id, "none") + " -> " + state));
            before.putAll(after);
        }
        List<String> expected = List.of(
                "Ready -> ReadWrite",
                "ReadWrite -> Ready",
                "none -> Initializing",
                "Initializing -> Ready",
                "Ready -> Transferring",
                "Transferring -> Ready");
        assertTrue(steps.containsAll(expected), steps.toString());
    }

    @Test
    void attachingADriveMovesItsTimes() {
        Map<String, JsonNode> before = Findings.byId(site.read("/api/drives", "drive"));
        long began = site.clock.millis();
        site.ticks(300);
        int moved = 0;
        for (JsonNode drive : site.read("/api/drives", "drive")) {
            JsonNode earlier = before.get(drive.get("id").asText());
            if (earlier != null && drive.has("writer") && !earlier.has("writer")) {
                moved++;
                assertTrue(drive.get("attached").longValue() > began, drive.toString());
                assertEquals(drive.get("attached"), drive.get("stateChange"));
            }
        }
        assertTrue(moved > 0);
    }

    @Test
    void aTeamsVmsHaveDrivesOfTheTeam() {
        site.ticks(3_600);
        Map<String, JsonNode> vms = new HashMap<>();
        Picture.of(site).vms().forEach(vm -> vms.put(vm.get("id").asText(), vm));
        int attached = 0;
        for (JsonNode drive : site.read("/api/drives", "drive")) {
            JsonNode vm = vms.get(drive.path("writer").asText());
            if (vm != null) {
                attached++;
                assertEquals(vm.path("team"), drive.path("team"), drive.toString());
            }
        }
        assertTrue(attached > 20);
    }

    @Test
    void peopleLogInAndTheirTeamsSeeIt() {
        long began = site.clock.millis();
        site.ticks(120);
        Map<String, Long> logins = new HashMap<>();
        site.read("/api/users", "user")
                .forEach(user -> logins.put(
                        user.get("id").asText(), user.path("lastLogin").asLong()));
        assertTrue(logins.values().stream().anyMatch(login -> login > began));
        for (JsonNode team : site.read("/api/teams", "team")) {
            team.get("members")
                    .forEach(member -> assertEquals(
                            logins.get(member.get("id").asText()),
                            member.path("lastLogin").asLong()));
        }
    }

    @Test
    void theNumberOfVmsAndDrivesStaysAboutTheSameForHours() {
        site.clock.advance(Duration.ofHours(1));
        site.read("/api/projects", "project");
        site.clock.advance(Duration.ofHours(1));
        Picture picture = Picture.of(site);
        assertTrue(
                Math.abs(picture.vms().size() - 45) < 15,
                "VMs: " + picture.vms().size());
        assertTrue(
                Math.abs(picture.drives().size() - 450) < 10,
                "drives: " + picture.drives().size());
    }

    @Test
    void aSiteThatNobodyAskedForADayIsAliveAndConsistent() {
        site.clock.advance(Duration.ofDays(1));
        assertEquals(Map.of(), Findings.of(site));
        assertEquals(List.of(), Quotas.exceeded(site));
    }
}
