package io.github.ticryptexporter.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ticryptexporter.config.ConfigLoader;
import io.github.ticryptexporter.config.Overrides;
import io.github.ticryptexporter.fleet.Api;
import io.github.ticryptexporter.fleet.TokenKind;
import io.github.ticryptexporter.metrics.Absence;
import io.github.ticryptexporter.metrics.ExposedFamily;
import io.github.ticryptexporter.metrics.FamilyType;
import io.github.ticryptexporter.metrics.PrivacyLevel;
import io.github.ticryptexporter.metrics.Rows;
import io.github.ticryptexporter.simulator.Fault;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command {@code check --live} on a simulated site. */
class LiveCheckTest {

    /** One series that a daemon says of itself. */
    private static final List<ExposedFamily> OWN = List.of(own());

    private final ConfiguredSite configured;

    LiveCheckTest(@TempDir Path folder) {
        configured = ConfiguredSite.start(folder);
    }

    @AfterEach
    void close() {
        configured.close();
    }

    @Test
    void everyRouteIsReadOnceForEachRealm() throws Exception {
        String printed = check("");

        assertEquals("""
                route realm status
                drives - ok
                vms libvirt ok
                vms libvirt2 ok
                vm_configs libvirt ok
                vm_configs libvirt2 ok
                teams - ok
                vm_images libvirt ok
                vm_images libvirt2 ok
                projects - ok
                users - ok
                team_quotas - no need
                project - no need
                """, routes(printed));
        assertTrue(printed.endsWith("\nevery route answered\nexit 0\n"), printed);
    }

    @Test
    void anIdentityProviderIsReadLikeAnyRoute() throws Exception {
        String printed = check("""
                identity:
                  monocloud: { base-url: %s, api-key: { value: "%s" } }
                  allthenticate: { base-url: %s, header: X-Simulated-Key, api-key: { value: wrong-key-0042 } }
                """.formatted(
                        configured.site.identityUri("monocloud"),
                        configured.site.identityKeys().get("monocloud"),
                        configured.site.identityUri("allthenticate")));

        assertTrue(routes(printed).contains("""
                users - ok
                identity_monocloud - ok
                identity_allthenticate - unauthorized
                """), printed);
        assertTrue(printed.endsWith("\n1 of 12 reads failed\nexit 1\n"), printed);
    }

    @Test
    void theTableTellsWhatTheAbsenceOfEachRouteCosts() throws Exception {
        String table = paragraph(check(""), "route ");

        for (Api api : Api.openedBy(EnumSet.allOf(TokenKind.class))) {
            String cost = Absence.of(api, PrivacyLevel.STRICT, Api.openedBy(EnumSet.allOf(TokenKind.class)))
                    .text();
            assertTrue(table.lines().anyMatch(line -> line.startsWith(api.label() + " ") && line.endsWith(cost)), cost);
        }
        assertEquals(
                3, table.lines().filter(line -> line.endsWith("  as above")).count());
    }

    @Test
    void whatTheListsLeaveOpenIsAskedForAndCounted() throws Exception {
        List<String> teams = new ArrayList<>();
        configured.site.edit(fleet -> fleet.teams.keySet().stream()
                .limit(2)
                .map("{\"id\":\"%s\"}"::formatted)
                .forEach(teams::add));
        configured.site.fault("/api/teams", Fault.none().withBody(teams.toString()));
        String printed = check("");

        assertTrue(printed.matches("(?s).*\nteam_quotas +- +ok +2 +\\d+ +\\d+ms .*"), printed);
        assertTrue(printed.contains("  requests to the API:    300 an hour\n"), printed);

        configured.site.fault("/api/teams/quotas", Fault.none().withStatus(500));
        String failing = check("");
        assertTrue(routes(failing).contains("\nteam_quotas - server_error\n"), failing);
        assertTrue(failing.endsWith("\n1 of 11 reads failed\nexit 1\n"), failing);
    }

    @Test
    void theEntriesOfTheHostsThatWereSeenCanBePastedAsTheyAre() throws Exception {
        String first = check("");
        String entries = paragraph(first, "inventory:");
        String second = check(entries);

        assertEquals(
                4, entries.lines().filter(line -> line.contains("- name: ")).count());
        assertEquals(4, hosts(first, "nat_base"));
        assertEquals(0, hosts(first, "inventory"));
        assertEquals(0, hosts(second, "nat_base"));
        assertEquals(4, hosts(second, "inventory"));
        assertEquals(-1, second.indexOf("The hosts that the inventory lacks"), second);
        assertTrue(second.endsWith("exit 0\n"), second);
    }

    @Test
    void hostsThatTheInventoryHasAreNotRepeated() throws Exception {
        String printed = check("""
                inventory:
                  hosts:
                    - { name: known, realm: libvirt, ssh-host: 10.20.0.10, nat-port-base: 30000 }
                """);
        String entries = paragraph(printed, "    - name: ");

        assertEquals(
                3, entries.lines().filter(line -> line.contains("- name: ")).count());
        assertEquals(-1, entries.indexOf("30000\n      vcpus:\n      memory:\n    - name: host-002"), entries);
        assertTrue(
                printed.contains("to be pasted into the configuration below inventory.hosts, with vcpus and memory"),
                printed);
    }

    @Test
    void aRouteThatFailsIsToldWithItsReasonAndTheWayOut() throws Exception {
        configured.site.fault("/api/vms/libvirt2/active", Fault.none().withStatus(503));
        String printed = check("");
        int held = Absence.of(Api.VMS, PrivacyLevel.STRICT, Api.openedBy(EnumSet.allOf(TokenKind.class)))
                .ofTheSite()
                .size();

        assertTrue(routes(printed).contains("\nvms libvirt2 server_error\n"), printed);
        assertEquals(
                "  vms of realm libvirt2: GET /api/vms/libvirt2/active: expected 200, but was 503; until it has"
                        + " answered, " + held + " families that need every realm are withheld too:"
                        + " ticrypt.realms.exclude: [ \"libvirt2\" ] gives the realm up\n",
                paragraph(printed, "  vms of realm"));
        assertTrue(printed.endsWith("\n1 of 10 reads failed\nexit 1\n"), printed);
    }

    @Test
    void aRealmsIdIsNoCommandToTheTerminal() throws Exception {
        configured.site.fault(
                "/api/drives", Fault.none().withBody("[{\"id\":\"d\",\"realmID\":\"odd\\u001b[2J\\nrealm\"}]"));
        String printed = check("");

        assertEquals(-1, printed.indexOf('\u001b'));
        assertTrue(printed.contains("\n  vms of realm odd?[2J?realm: "), printed);
        assertTrue(routes(printed).contains("\nvms odd?[2J?realm client_error\n"), printed);
    }

    @Test
    void withoutDrivesNoRealmIsKnown() throws Exception {
        configured.site.fault("/api/drives", Fault.none().withStatus(401));
        String printed = check("");

        assertTrue(routes(printed).contains("""
                drives - unauthorized
                vms - no realm
                vm_configs - no realm
                """), printed);
        assertTrue(printed.endsWith("exit 1\n"), printed);
    }

    @Test
    void whatHadToBeDroppedIsCounted() throws Exception {
        configured.site.fault(
                "/api/projects",
                Fault.none().withBody("[{\"id\":\"proj|0042\",\"securityLevel\":\"seclev|0042\"}, 7, {}]"));

        assertEquals("  projects: 2 bad_element\n", paragraph(check(""), "  projects: "));
    }

    @Test
    void whatRunningTheExporterCostsIsCountedForTheWholeScrape() throws Exception {
        String cost = paragraph(check(""), "  series in Prometheus:");

        assertTrue(cost.matches("""
                  series in Prometheus:   \\d{3,4}, of which 1 are about the exporter's own process
                  bytes for each scrape:  \\d{5,6}, with gzip \\d{4,5}
                  requests to the API:    298 an hour
                """), cost);
    }

    @Test
    void aWrongConfigurationIsNotTriedOut() throws Exception {
        String printed = check("pol: {}\n");

        assertTrue(printed.endsWith("pol: unknown key (line 9); the nearest known one is poll\nexit 2\n"), printed);
        assertEquals(-1, printed.indexOf("Reading every route"));
    }

    private String check(String further) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        LiveCheck live = new LiveCheck(Build.current(), configured.clock, () -> OWN, out);
        Command.Check check =
                new Command.Check(configured.config(further), Overrides.NONE, true, null, LogOptions.DEFAULT);
        out.println("exit "
                + new ConfigCheck(new ConfigLoader(Map.of()), live, new RunningCheck(configured.clock, out), out)
                        .run(check));
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** What follows the reading, from the line that begins so up to an empty one. */
    private static String paragraph(String printed, String start) {
        String live = printed.substring(printed.indexOf("Reading every route"));
        int begin = live.indexOf("\n" + start) + 1;
        assertTrue(begin > 0, live);
        return live.substring(begin, live.indexOf("\n\n", begin) + 1);
    }

    /** The first three columns of the table. */
    private static String routes(String printed) {
        StringBuilder routes = new StringBuilder();
        paragraph(printed, "route ")
                .lines()
                .forEach(line -> routes.append(String.join(
                                " ", List.of(line.split(" {2,}", -1)).subList(0, 3)))
                        .append('\n'));
        return routes.toString();
    }

    private static long hosts(String printed, String method) {
        return paragraph(printed, "realm ")
                .lines()
                .filter(line -> line.contains("  " + method + " "))
                .count();
    }

    private static ExposedFamily own() {
        Rows rows = new Rows();
        rows.set(1);
        return new ExposedFamily("invented_own", FamilyType.GAUGE, "Invented.", List.of(), rows.samples());
    }
}
