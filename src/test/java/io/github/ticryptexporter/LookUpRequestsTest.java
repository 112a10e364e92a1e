package io.github.ticryptexporter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ticryptexporter.oracle.OracleSettings;
import io.github.ticryptexporter.poll.SteppedExporter;
import io.github.ticryptexporter.simulator.Fault;
import io.github.ticryptexporter.simulator.RecordedRequest;
import io.github.ticryptexporter.simulator.SimulatedSite;
import io.github.ticryptexporter.simulator.wire.Fleet;
import io.github.ticryptexporter.simulator.wire.TeamInfo;
import io.github.ticryptexporter.simulator.wire.VirtualMachine;
import io.github.ticryptexporter.testing.ManualClock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the lists leave open is asked for object by object, over real sockets, and each answer is remembered. */
class LookUpRequestsTest {
    private static final Set<String> TEAMS = Set.of("team|a", "team|b", "team|c/../d", "team|e");

    @TempDir
    Path folder;

    private final ManualClock clock = new ManualClock();
    private final ConcurrentLinkedQueue<RecordedRequest> requests = new ConcurrentLinkedQueue<>();
    private final SimulatedSite site = Sites.still(new ManualClock());

    @BeforeEach
    void start() {
        site.start();
        site.edit(SmallFleet::laidInto);
        site.onRequest(requests::add);
    }

    @AfterEach
    void stop() {
        site.close();
    }

    @Test
    void eachTeamThatTheListHasWithoutQuotasIsAskedForOnce() throws Exception {
        site.edit(fleet -> TEAMS.forEach(id -> addTeam(fleet, id)));
        new OlderBackend(site).listsTeamsWithoutQuotas(TEAMS::contains);
        SteppedExporter exporter = exporter();
        passMinutes(exporter, 20);

        assertEquals(
                TEAMS.stream()
                        .map("/api/teams/quotas {\"team\":\"%s\"}"::formatted)
                        .collect(Collectors.toMap(request -> request, request -> 1L)),
                sent("/api/teams/quotas"));
        assertEquals(
                5,
                sent("/api/teams ").values().stream().mapToLong(Long::longValue).sum());
        for (String id : TEAMS) {
            String row = "ticrypt_team_cores_limit{team=\"%s\"} 7\n".formatted(id.replace("team|", ""));
            assertTrue(exporter.text().contains(row), row);
        }
    }

    @Test
    void anIdIsPercentEncodedAndNeverAnotherPath() throws Exception {
        site.edit(fleet -> vm(fleet, 1).project = "proj|a b?c=d#é");
        exporter();

        assertEquals(Map.of("/api/projects/proj%7Ca%20b%3Fc%3Dd%23%C3%A9 ", 1L), sent("/api/projects/"));
    }

    @Test
    void thatThereIsNoSuchProjectIsRemembered() throws Exception {
        site.edit(fleet -> {
            vm(fleet, 1).project = "proj|gone";
            vm(fleet, 2).project = "proj|gone";
        });
        SteppedExporter exporter = exporter();
        passMinutes(exporter, 10);

        assertEquals(Map.of("/api/projects/proj%7Cgone ", 1L), sent("/api/projects/"));
        assertTrue(exporter.text().contains("ticrypt_up{api=\"project\",realm=\"\"} 1\n"));
        assertTrue(exporter.text().contains("ticrypt_api_responses_total{api=\"project\",code=\"404\"} 1\n"));
    }

    @Test
    void aLookUpThatFailsDoesNotHoldUpTheOthers() throws Exception {
        site.edit(fleet -> {
            vm(fleet, 1).project = "proj|a";
            vm(fleet, 2).project = "proj|b";
        });
        site.fault("/api/projects/proj%7Ca", Fault.none().withStatus(500));
        passMinutes(exporter(), 5);

        assertEquals(Map.of("/api/projects/proj%7Cb ", 1L), sent("/api/projects/proj%7Cb"));
        assertTrue(sent("/api/projects/proj%7Ca").values().stream().allMatch(tries -> tries > 1));
    }

    @Test
    void nothingIsAskedForThatTheListsHave() throws Exception {
        SteppedExporter exporter = exporter();
        passMinutes(exporter, 5);

        assertEquals(Map.of(), sent("/api/projects/"));
        assertEquals(Map.of(), sent("/api/teams/quotas"));
        assertFalse(exporter.text().contains("{api=\"project\",realm=\"\"}"));
        assertFalse(exporter.text().contains("{api=\"team_quotas\",realm=\"\"}"));
    }

    private static void addTeam(Fleet fleet, String id) {
        TeamInfo team = new TeamInfo();
        team.id = id;
        team.teamQuotas.cores = 7L;
        fleet.teams.put(id, team);
    }

    private static VirtualMachine vm(Fleet fleet, int number) {
        return Objects.requireNonNull(fleet.realm("libvirt").vms.get("vm-" + number + ".libvirt"));
    }

    private SteppedExporter exporter() throws Exception {
        Map<String, String> tokens = Sites.tokens(site);
        requests.clear();
        return SteppedExporter.start(folder, Yaml.of(site.uri(), tokens, OracleSettings.defaults()), clock);
    }

    /** By the default intervals teams are read every fifth minute. */
    private static void passMinutes(SteppedExporter exporter, int minutes) throws InterruptedException {
        for (int passed = 0; passed < minutes; passed++) {
            exporter.leap(Duration.ofMinutes(1));
        }
    }

    /** How often each request was sent whose path, with a space and the body behind it, begins like this. */
    private Map<String, Long> sent(String beginning) {
        List<String> sent = requests.stream()
                .map(request -> request.path() + " " + request.body())
                .filter(request -> request.startsWith(beginning))
                .toList();
        return sent.stream().collect(Collectors.groupingBy(request -> request, Collectors.counting()));
    }
}
