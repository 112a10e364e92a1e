package io.github.ticryptexporter.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** The fleet of scale 1 as it begins. */
class FleetTest {
    private static final TestSite SITE = TestSite.of(1, 1);
    private static final Picture PICTURE = Picture.of(SITE);

    @AfterAll
    static void close() {
        SITE.close();
    }

    @Test
    void scaleOneIsATypicalSite() {
        assertEquals(300, PICTURE.vms().size());
        assertEquals(3_000, PICTURE.drives().size());
        assertEquals(200, PICTURE.teams().size());
        assertEquals(2_000, PICTURE.users().size());
        assertEquals(150, PICTURE.projects().size());
        assertEquals(2, PICTURE.realms().size());
        assertEquals(12, SITE.site.hosts().size());
        // Three a VM, less those whose VM has none.
        assertEquals(895, PICTURE.configs().size());
    }

    @Test
    void idsAreUnique() {
        assertEquals(3_000, Findings.byId(PICTURE.drives()).size());
        assertEquals(2_000, Findings.byId(PICTURE.users()).size());
        assertEquals(
                300, PICTURE.vms().stream().map(vm -> vm.get("id")).distinct().count());
    }

    @Test
    void mostConfigsAreStopped() {
        Map<String, Long> states = PICTURE.configs().stream()
                .collect(Collectors.groupingBy(config -> config.get("state").asText(), Collectors.counting()));
        assertEquals(Set.of("Stopped", "Starting", "Running", "Suspended", "Stopping"), states.keySet());
        assertTrue(states.getOrDefault("Stopped", 0L) > 550, states.toString());
    }

    @Test
    void vmSizesArePowersOfTwoFromTwoToSixtyFour() {
        Set<Integer> sizes = PICTURE.vms().stream()
                .filter(vm -> vm.has("resources"))
                .map(vm -> vm.get("resources").get("vcpus").intValue())
                .collect(Collectors.toSet());
        assertEquals(Set.of(2, 4, 8, 16, 32, 64), sizes);
    }

    @Test
    void everyVmIsReachedThroughAHostByTheArithmeticOfTheWorkedExample() {
        Map<String, SimulatedHost> hosts = new HashMap<>();
        SITE.site.hosts().forEach(host -> hosts.put(host.sshHost() + ":" + host.natPortBase(), host));
        Set<String> places = new HashSet<>();
        for (JsonNode vm : PICTURE.vms()) {
            String ip = vm.get("ip").asText();
            int octet = Integer.parseInt(ip.substring("192.168.122.".length()));
            int port = vm.get("ssh").get("port").intValue();
            SimulatedHost host = hosts.get(vm.get("ssh").get("host").asText() + ":" + (port - octet));
            assertTrue(host != null && host.realm().equals(vm.get("realmID").asText()), vm.toString());
            assertEquals(vm.get("ssh").get("host"), vm.get("vpn").get("host"));
            assertEquals(port + 256, vm.get("vpn").get("port").intValue());
            assertTrue(places.add(vm.get("ssh").toString()), "two VMs at one place");
        }
    }

    @Test
    void severalHostsShareAnAddressAndKeepTheirPortsApart() {
        List<SimulatedHost> hosts = SITE.site.hosts();
        assertTrue(hosts.stream().map(SimulatedHost::sshHost).distinct().count() < hosts.size());
        assertEquals(
                hosts.size(),
                hosts.stream()
                        .map(host -> host.sshHost() + ":" + host.natPortBase())
                        .distinct()
                        .count());
        assertTrue(hosts.stream().allMatch(host -> host.sshHost().startsWith("10.")));
    }

    @Test
    void noHostIsGivenMoreMemoryOrMoreGpusThanItHas() {
        for (SimulatedHost host : SITE.site.hosts()) {
            long memory = 0;
            int gpus = 0;
            for (JsonNode vm : PICTURE.vms()) {
                int base = vm.get("ssh").get("port").intValue() - host.natPortBase();
                boolean here = vm.get("ssh").get("host").asText().equals(host.sshHost()) && base > 0 && base < 256;
                memory += here ? vm.path("resources").path("memory").longValue() : 0;
                gpus += here
                        ? vm.path("resources")
                                .path("devices")
                                .path("gpu-nvidia")
                                .intValue()
                        : 0;
            }
            assertTrue(memory > 0 && memory <= host.memoryBytes() * 0.9, host + ": " + memory);
            assertTrue(gpus <= host.devices().getOrDefault("gpu-nvidia", 0), host + ": " + gpus);
        }
    }

    @Test
    void someVmsAreOnGpusAndSomeHostsHaveNone() {
        assertTrue(PICTURE.vms().stream()
                .anyMatch(vm ->
                        vm.path("resources").path("devices").path("gpu-nvidia").intValue() > 0));
        assertTrue(SITE.site.hosts().stream().anyMatch(host -> host.devices().isEmpty()));
    }

    @Test
    void teamsAreSkewedInSize() {
        List<Integer> sizes = StreamSupport.stream(PICTURE.teams().spliterator(), false)
                .map(team -> team.get("members").size())
                .sorted()
                .toList();
        int median = sizes.get(sizes.size() / 2);
        int largest = sizes.get(sizes.size() - 1);
        assertTrue(sizes.get(0) >= 1 && largest > 8 * median, sizes.toString());
    }

    @Test
    void driveCapacitiesSpreadOverOrdersOfMagnitude() {
        List<Long> capacities = StreamSupport.stream(PICTURE.drives().spliterator(), false)
                .map(drive -> drive.get("capacity").longValue())
                .sorted()
                .toList();
        assertTrue(capacities.get(30) < 10L << 30, "one in a hundred is below 10 GiB");
        assertTrue(
                capacities.get(1_500) > 60L << 30 && capacities.get(1_500) < 160L << 30, "the median is near 100 GiB");
        assertTrue(capacities.get(2_970) > 1L << 40, "one in a hundred is above 1 TiB");
    }

    @Test
    void nothingHappenedToADriveBeforeItWasMade() {
        for (JsonNode drive : Picture.of(SITE).drives()) {
            long made = drive.get("created").longValue();
            assertTrue(drive.path("attached").asLong(made) >= made, drive.toString());
            assertTrue(drive.path("stateChange").asLong(made) >= made, drive.toString());
        }
    }

    @Test
    void everyDriveStateAndFormatIsThere() {
        assertEquals(5, distinct(PICTURE.drives(), "state"));
        assertEquals(5, distinct(PICTURE.drives(), "format"));
    }

    @Test
    void quotasShowEveryShape() {
        assertSomeTeam(team -> team.get("teamQuotas").isEmpty());
        assertSomeTeam(team ->
                !team.get("teamQuotas").has("cores") && team.get("teamQuotas").has("memory"));
        assertSomeTeam(team -> team.get("teamQuotas").path("storage").size() == 2);
        assertSomeTeam(team -> team.get("teamQuotas").path("storage").has("vault"));
        assertSomeTeam(team -> team.get("teamQuotas").has("storage")
                && team.get("teamQuotas").get("storage").isEmpty());
        assertSomeTeam(team ->
                team.get("teamQuotas").path("devices").path("gpu-nvidia").asInt(-1) == 0);
        assertSomeTeam(team -> team.get("perUserQuotas").has("cores"));
        assertSomeTeam(team -> team.get("perUserQuotas").isEmpty());
        assertSomeTeam(team -> !team.get("quotas").isEmpty());
    }

    @Test
    void someTeamsHaveEndedAndSomeWillAndMostNeverDo() {
        long now = SITE.clock.millis();
        assertSomeTeam(team -> team.path("endDate").asLong(Long.MAX_VALUE) < now);
        assertSomeTeam(team -> team.path("endDate").asLong(0) > now);
        assertSomeTeam(team -> !team.has("endDate") && team.has("startDate"));
    }

    private static void assertSomeTeam(Predicate<JsonNode> claim) {
        assertTrue(StreamSupport.stream(PICTURE.teams().spliterator(), false).anyMatch(claim));
    }

    @Test
    void projectsHaveSubProjectsAndSecurityLevels() {
        Set<String> ids = Findings.byId(PICTURE.projects()).keySet();
        List<JsonNode> children = StreamSupport.stream(PICTURE.projects().spliterator(), false)
                .filter(project -> project.has("parent"))
                .toList();
        assertEquals(30, children.size());
        assertTrue(children.stream()
                .allMatch(child -> ids.contains(child.get("parent").asText())));
        assertEquals(5, distinct(PICTURE.projects(), "securityLevel"));
    }

    @Test
    void usersShowEveryRoleAndState() {
        assertEquals(4, distinct(PICTURE.users(), "role"));
        assertEquals(5, distinct(PICTURE.users(), "state"));
        assertEquals(5, distinct(PICTURE.users(), "deactivationType"));
    }

    @Test
    void peopleAreVisiblyInvented() {
        for (JsonNode user : PICTURE.users()) {
            assertTrue(user.get("firstName").asText().matches("Given-\\d{5}"));
            assertTrue(user.get("lastName").asText().matches("Family-\\d{5}"));
            assertTrue(user.get("email").asText().matches("user-\\d{5}@example\\.edu"));
        }
    }

    @Test
    void aFewVmsAreOutOfTheOrdinary() {
        assertTrue(count(vm -> !vm.has("resources")) >= 3);
        assertTrue(count(vm -> !vm.has("team")) >= 3);
        assertTrue(count(vm -> !vm.has("config")) >= 3);
        assertTrue(count(vm -> vm.path("ownerType").asText().equals("VM")) >= 8);
        assertTrue(count(vm -> !vm.has("ownerType")) >= 3);
        assertTrue(count(vm -> vm.has("shutDown")) >= 2);
        assertTrue(
                PICTURE.configs().stream().filter(config -> config.has("host")).count() >= 8);
    }

    private static long count(Predicate<JsonNode> claim) {
        return PICTURE.vms().stream().filter(claim).count();
    }

    private static long distinct(Iterable<JsonNode> objects, String field) {
        return StreamSupport.stream(objects.spliterator(), false)
                .filter(object -> object.has(field))
                .map(object -> object.get(field).asText())
                .distinct()
                .count();
    }

    @Test
    void nothingDisagreesAndNoTeamIsOverItsQuotas() {
        assertEquals(Map.of(), Findings.of(SITE));
        assertEquals(List.of(), Quotas.exceeded(SITE));
    }
}
