package io.github.ticryptexporter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ticryptexporter.metrics.PrivacyLevel;
import io.github.ticryptexporter.simulator.Scenario;
import io.github.ticryptexporter.simulator.SimulatedSite;
import io.github.ticryptexporter.simulator.SimulatorSettings;
import io.github.ticryptexporter.testing.ManualClock;
import io.github.ticryptexporter.testing.RecordedLog;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What people are called and what they wrote never leaves the exporter: every such field of every object of the API
 * holds a marker of its own, and all that the exporter serves and logs is read.
 */
class PrivacyTest {

    private static final List<String> FORMATS = List.of(RunningExporter.TEXT, RunningExporter.OPENMETRICS);

    /** From which level on a field is shown. What is not here is shown at none, be it on the wire today or be it new. */
    private static final Map<String, String> SHOWN_FROM = table("""
            TeamInfo.name           named
            VirtualMachine.ssh      named
            VirtualMachine.id       detailed
            VirtualMachine.name     detailed
            VirtualMachine.project  detailed
            VirtualMachine.config   detailed
            VirtualMachine.brick    detailed
            DriveInfo.id            detailed
            DriveInfo.name          detailed
            DriveInfo.project       detailed
            """);

    @TempDir
    Path folder;

    private final ManualClock clock = new ManualClock();

    @ParameterizedTest
    @EnumSource(PrivacyLevel.class)
    void noFieldIsShownBelowItsLevel(PrivacyLevel level) throws Exception {
        Set<String> expected = new TreeSet<>();
        SHOWN_FROM.forEach((field, from) -> {
            if (level.shows(PrivacyLevel.valueOf(from.toUpperCase(Locale.ROOT)))) {
                expected.add(field);
            }
        });
        try (SimulatedSite site = site(Scenario.BUSY)) {
            site.edit(fleet -> {
                Set<String> planted = Markers.plantedIn(fleet);
                assertTrue(planted.size() > 40, planted::toString);
                assertTrue(planted.containsAll(SHOWN_FROM.keySet()), planted::toString);
            });
            assertEquals(expected, markers(everything(site, level)));
        }
    }

    /** An enumeration is not personal as long as nothing else can stand there. */
    @Test
    void aWordThatNoEnumerationHasIsShownAtNoLevel() throws Exception {
        try (SimulatedSite site = site(Scenario.BUSY)) {
            site.edit(fleet -> assertEquals(Markers.ENUMERATIONS, Markers.plantedInEnumerationsOf(fleet)));
            assertEquals(Set.of(), markers(everything(site, PrivacyLevel.DETAILED)));
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Scenario.class,
            names = {"CALM", "DRIFT"})
    void theAddressesOfGuestsAreNeverServed(Scenario scenario) throws Exception {
        try (SimulatedSite site = site(scenario)) {
            Set<String> guests = new TreeSet<>();
            site.edit(fleet ->
                    fleet.realms.values().forEach(realm -> realm.vms.values().forEach(vm -> guests.add(vm.ip))));
            assertTrue(guests.stream().allMatch(ip -> ip.startsWith("192.168.122.")), guests::toString);
            assertEquals(false, served(site, "detailed").contains("192.168.122."));
        }
    }

    private static Set<String> markers(String text) {
        return Pattern.compile(Markers.PATTERN)
                .matcher(text)
                .results()
                .map(found -> found.group(1) + "." + found.group(2))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, String> table(String text) {
        return text.lines()
                .map(line -> line.split(" +"))
                .collect(Collectors.toMap(words -> words[0], words -> words[1]));
    }

    /** What it serves and, in every detail, what it logs. */
    private String everything(SimulatedSite site, PrivacyLevel level) throws Exception {
        try (RecordedLog log = RecordedLog.ofEverything()) {
            String served = served(site, level.label());
            assertTrue(log.lines().stream().anyMatch(line -> line.startsWith("users: ")), "debug lines are recorded");
            return served + String.join("\n", log.lines());
        }
    }

    /** All that the exporter says of the site, once every route has answered. */
    private String served(SimulatedSite site, String level) throws Exception {
        StringBuilder yaml = new StringBuilder("ticrypt:\n  base-url: " + site.uri() + "\n  tokens:\n");
        site.tokens().forEach((name, token) -> {
            if (!name.endsWith(".full")) {
                yaml.append("    %s: { value: \"%s\" }\n".formatted(name, token));
            }
        });
        yaml.append("privacy: { level: " + level + " }\nidentity:\n");
        site.identityKeys()
                .forEach((provider, key) -> yaml.append("  %s: { base-url: %s, %s api-key: { value: \"%s\" } }\n"
                        .formatted(
                                provider,
                                site.identityUri(provider),
                                provider.equals("monocloud") ? "" : "header: X-Simulated-Key,",
                                key)));
        try (RunningExporter exporter = RunningExporter.start(folder, yaml.toString(), clock)) {
            exporter.awaitReady();
            exporter.awaitLine("ticrypt_up{api=\"users\",realm=\"\"} 1");
            exporter.awaitLine("ticrypt_up{api=\"identity_monocloud\",realm=\"\"} 1");
            exporter.awaitLine("ticrypt_up{api=\"identity_allthenticate\",realm=\"\"} 1");
            StringBuilder all = new StringBuilder();
            for (String path : List.of("/metrics", "/", "/-/config")) {
                for (String format : FORMATS) {
                    var response = exporter.get(path, format);
                    assertEquals(200, response.statusCode(), path);
                    all.append(response.headers().map()).append(response.body());
                }
            }
            return all.toString();
        }
    }

    private SimulatedSite site(Scenario scenario) {
        SimulatedSite site = new SimulatedSite(
                new SimulatorSettings(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 11, 0.1, scenario),
                clock);
        site.start();
        return site;
    }
}
