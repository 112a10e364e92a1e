package io.github.ticryptexporter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.ticryptexporter.oracle.Comparison;
import io.github.ticryptexporter.oracle.Families;
import io.github.ticryptexporter.oracle.Oracle;
import io.github.ticryptexporter.oracle.OracleSettings;
import io.github.ticryptexporter.oracle.RawSite;
import io.github.ticryptexporter.oracle.RawSiteReader;
import io.github.ticryptexporter.poll.SteppedExporter;
import io.github.ticryptexporter.simulator.Scenario;
import io.github.ticryptexporter.simulator.SimulatedSite;
import io.github.ticryptexporter.simulator.wire.AllthenticateUser;
import io.github.ticryptexporter.simulator.wire.Fleet;
import io.github.ticryptexporter.simulator.wire.MonoCloudEmail;
import io.github.ticryptexporter.simulator.wire.MonoCloudUser;
import io.github.ticryptexporter.simulator.wire.UserInfo;
import io.github.ticryptexporter.testing.ManualClock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Users and the accounts of both identity providers, compared by the exporter and by the oracle. */
class IdentityOracleTest {
    private final ManualClock clock = new ManualClock();

    @ParameterizedTest
    @CsvSource({
        "1, CALM, 'drive vm team project user'",
        "2, DRIFT, 'drive vm team project user'",
        "3, BUSY, user",
        "4, DRIFT, 'drive user'",
        "5, CALM, drive",
    })
    void driftIsWhatTheContractMakesOfBothLists(long seed, Scenario scenario, String kinds, @TempDir Path folder)
            throws Exception {
        try (SimulatedSite site = Sites.site(seed, 0.2, scenario, clock)) {
            site.start();
            clock.advance(Duration.ofMinutes(3));
            site.edit(IdentityOracleTest::withOddities);
            Map<String, String> tokens = new HashMap<>(site.tokens());
            tokens.keySet().removeIf(name -> !(" " + kinds + " ").contains(" " + name + " "));
            OracleSettings settings = OracleSettings.defaults();
            String yaml = Yaml.of(site.uri(), tokens, settings) + Yaml.identity(site);
            SteppedExporter exporter = SteppedExporter.start(folder, yaml, clock);

            Map<String, Double> expected = Oracle.expected(read(site, tokens), settings, clock.instant());
            assertEquals("", Comparison.differences(expected, exporter.text(), Families.all()));
        }
    }

    /** E-mails in capitals, on two accounts of either side, without any, and suspended in more ways than one. */
    private static void withOddities(Fleet fleet) {
        List<UserInfo> users = List.copyOf(fleet.users.values());
        users.get(0).email = users.get(0).email.toUpperCase(Locale.ROOT);
        users.get(1).email = users.get(2).email.toUpperCase(Locale.ROOT);
        users.get(3).email = "";
        List<MonoCloudUser> accounts = List.copyOf(fleet.monoCloudUsers.values());
        MonoCloudEmail second = new MonoCloudEmail();
        second.email = users.get(4).email;
        accounts.get(5).emails = List.of(accounts.get(5).emails.get(0), second);
        accounts.get(6).emails = List.of();
        MonoCloudEmail twice = new MonoCloudEmail();
        twice.email = accounts.get(7).emails.get(0).email.toUpperCase(Locale.ROOT);
        accounts.get(7).emails = List.of(accounts.get(7).emails.get(0), twice);
        accounts.get(8).disabled = true;
        List<AllthenticateUser> others = List.copyOf(fleet.allthenticateUsers.values());
        others.get(0).emailStatus = "SUSPENDED";
        others.get(1).adStatus = "SUSPENDED";
        others.get(2).emailStatus = null;
        others.get(3).adStatus = null;
        others.get(4).email = others.get(5).email;
        others.get(6).email = "";
    }

    private RawSite read(SimulatedSite site, Map<String, String> tokens) throws Exception {
        RawSite raw = new RawSiteReader(site.uri(), tokens, clock).read(OracleSettings.defaults());
        return new Accounts(site, clock).readInto(raw);
    }
}
