package io.github.ticryptexporter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ticryptexporter.oracle.Comparison;
import io.github.ticryptexporter.oracle.Exposition;
import io.github.ticryptexporter.oracle.IdentityReader;
import io.github.ticryptexporter.oracle.Oracle;
import io.github.ticryptexporter.oracle.OracleSettings;
import io.github.ticryptexporter.oracle.RawSite;
import io.github.ticryptexporter.oracle.RawSiteReader;
import io.github.ticryptexporter.poll.SteppedExporter;
import io.github.ticryptexporter.simulator.Scenario;
import io.github.ticryptexporter.simulator.SimulatedSite;
import io.github.ticryptexporter.simulator.SimulatorSettings;
import io.github.ticryptexporter.testing.ManualClock;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Users and the accounts of both identity providers, as the exporter counts them and as the oracle does. */
class ProvidersOracleTest {
    private static final OracleSettings SETTINGS = OracleSettings.defaults();

    private static final Set<String> FAMILIES = Set.of(
            "ticrypt_identity_users",
            "ticrypt_identity_match_ratio",
            "ticrypt_identity_drift_users",
            "ticrypt_identity_drift_vms");

    @TempDir
    Path folder;

    private final ManualClock clock = new ManualClock();

    @ParameterizedTest
    @CsvSource({"1, CALM", "2, DRIFT", "3, DRIFT"})
    void everyCountIsWhatTheContractMakesOfTheRawAnswers(long seed, Scenario scenario) throws Exception {
        try (SimulatedSite site = site(seed, scenario)) {
            if (seed == 3) {
                // Two users who share a login that one of them has at the providers.
                site.edit(fleet -> {
                    var users = fleet.users.values().stream().limit(2).toList();
                    users.get(1).email = users.get(0).email;
                });
            }
            Map<String, Double> expected = Oracle.expected(raw(site), SETTINGS, clock.instant());
            Exposition exposition = Exposition.parseText(
                    SteppedExporter.start(folder, yaml(site), clock).text());

            assertEquals("", Comparison.differences(expected, exposition, FAMILIES));
            assertEquals(
                    18,
                    exposition.samples().keySet().stream()
                            .filter(series -> FAMILIES.contains(series.replaceFirst("\\{.*", "")))
                            .count());
            Double leavers = exposition
                    .samples()
                    .get("ticrypt_identity_drift_users{kind=\"active_but_disabled\",provider=\"monocloud\"}");
            assertTrue(leavers != null && (leavers > 0) == (scenario == Scenario.DRIFT), () -> "leavers: " + leavers);
        }
    }

    private RawSite raw(SimulatedSite site) throws Exception {
        RawSite raw = new RawSiteReader(site.uri(), tokens(site), clock).read(SETTINGS);
        IdentityReader reader = new IdentityReader(clock);
        RawSite withMonoCloud = reader.withMonoCloud(raw, site.identityUri("monocloud"), key(site, "monocloud"));
        return reader.withAllthenticate(
                withMonoCloud,
                site.identityUri("allthenticate"),
                SimulatedSite.ALLTHENTICATE_HEADER,
                key(site, "allthenticate"));
    }

    private static String yaml(SimulatedSite site) {
        return Yaml.of(site.uri(), tokens(site), SETTINGS)
                + """
                identity:
                  monocloud: { base-url: "%s", api-key: { value: "%s" } }
                  allthenticate: { base-url: "%s", header: X-Simulated-Key, api-key: { value: "%s" } }
                """.formatted(
                                site.identityUri("monocloud"),
                                key(site, "monocloud"),
                                site.identityUri("allthenticate"),
                                key(site, "allthenticate"));
    }

    private static String key(SimulatedSite site, String provider) {
        return String.valueOf(site.identityKeys().get(provider));
    }

    private static Map<String, String> tokens(SimulatedSite site) {
        Map<String, String> readOnly = new TreeMap<>(site.tokens());
        readOnly.keySet().removeIf(name -> name.endsWith(".full"));
        return readOnly;
    }

    private SimulatedSite site(long seed, Scenario scenario) {
        SimulatedSite site = new SimulatedSite(
                new SimulatorSettings(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), seed, 0.1, scenario),
                clock);
        site.start();
        return site;
    }
}
