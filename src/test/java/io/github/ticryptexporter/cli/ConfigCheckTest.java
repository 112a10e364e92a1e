package io.github.ticryptexporter.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ticryptexporter.config.ConfigDirectory;
import io.github.ticryptexporter.config.ConfigLoader;
import io.github.ticryptexporter.config.Overrides;
import io.github.ticryptexporter.fleet.Api;
import io.github.ticryptexporter.fleet.TokenKind;
import io.github.ticryptexporter.metrics.Absence;
import io.github.ticryptexporter.metrics.PrivacyLevel;
import io.github.ticryptexporter.testing.ManualClock;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigCheckTest {

    private final ConfigDirectory directory;

    ConfigCheckTest(@TempDir Path temporary) {
        directory = new ConfigDirectory(temporary);
    }

    @Test
    void everyProblemIsPrinted() throws Exception {
        assertEquals("""
                configuration DIR/config.yaml: 2 problems
                ticrypt.tokens: expected at least one token, but was none (line 1); write for example "drive: { file: /run/secrets/ticrypt/drive }"
                pol: unknown key (line 2); the nearest known one is poll
                exit 2
                """, check("ticrypt: { base-url: \"https://api.example.edu\", tokens: {} }\npol: {}\n"));
    }

    @Test
    void aMissingFileIsAProblem() throws Exception {
        Command.Check check =
                new Command.Check(directory.path("none.yaml"), Overrides.NONE, false, null, LogOptions.DEFAULT);
        assertEquals("""
                configuration DIR/none.yaml: 1 problem
                config.file: there is no such file; correct the path, or create the file
                exit 2
                """, run(check));
    }

    @Test
    void aConfigurationWithEverythingIsFine() throws Exception {
        String everything = """
                ticrypt:
                  base-url: https://api.example.edu/ticrypt
                  tokens:
                    drive: { file: drive.token }
                    vm: { env: INVENTED_TOKEN }
                    team: { file: team.token }
                    project: { file: project.token }
                    user: { value: invented-token-0042 }
                  realms: { include: [libvirt], exclude: [test] }
                inventory: { hosts: [ { name: gpu-01, realm: libvirt, pinned: kvm-01, memory: 1TiB } ] }
                """;
        String output = check(everything);
        assertFalse(output.contains(ConfigDirectory.TOKEN), "the output contains a token");
        assertEquals("""
                Routes that will be read from https://api.example.edu/ticrypt:

                route        read for                interval  stale after  token
                drives       the site                2m        10m          file DIR/drive.token
                vms          each realm              1m        5m           environment variable INVENTED_TOKEN
                vm_configs   each realm              1m        5m           environment variable INVENTED_TOKEN
                teams        the site                5m        25m          file DIR/team.token
                vm_images    each realm              15m       75m          environment variable INVENTED_TOKEN
                projects     the site                15m       75m          file DIR/project.token
                users        the site                15m       75m          value in the configuration
                team_quotas  what a list leaves out  1h        5h           file DIR/team.token
                project      what a list leaves out  1h        5h           file DIR/project.token

                Realms: libvirt, every realm that a drive names, but not test

                Warnings:

                  ticrypt.tokens.user.value: the token itself stands in the configuration, where it is easily shared; use file or env

                DIR/config.yaml: configuration is fine
                exit 0
                """, withoutEffectiveConfig(output));
    }

    @Test
    void identityProvidersAreListedApartAndAWarningSaysWhatTheyCannotBeComparedWith() throws Exception {
        String output = check(ConfigDirectory.MINIMAL + """
                identity:
                  monocloud: { base-url: https://tenant.example.edu, api-key: { file: user.token }, interval: 5m }
                """);
        assertTrue(output.contains("""
                Identity providers whose accounts will be read:

                provider   from                        interval  stale after  key
                monocloud  https://tenant.example.edu  5m        25m          file DIR/user.token
                """), output);
        assertTrue(output.contains("""
                Warnings:

                  identity.monocloud.base-url: its accounts are counted and compared with nobody, since no user token is configured
                """), output);
        assertTrue(output.endsWith("exit 0\n"), output);
    }

    @Test
    void whatIsMissingIsToldWithItsCost() throws Exception {
        assertEquals(
                """
                Routes that will be read from https://api.example.edu:

                route   read for  interval  stale after  token
                drives  the site  2m        10m          file DIR/drive.token

                Tokens that are not configured, and what the metrics lack without them:

                  vm: %s
                  team: %s
                  project: %s
                  user: %s

                No inventory is configured: VMs are counted by host, but nobody is told when a host is full.
                List the hosts below inventory.hosts or in a file named by inventory.file.

                DIR/config.yaml: configuration is fine
                exit 0
                """.formatted(cost(TokenKind.VM), cost(TokenKind.TEAM), cost(TokenKind.PROJECT), cost(TokenKind.USER)),
                withoutEffectiveConfig(check(ConfigDirectory.MINIMAL)));
    }

    private static String cost(TokenKind missing) {
        return Absence.of(missing, PrivacyLevel.STRICT, Api.openedBy(EnumSet.allOf(TokenKind.class)))
                .text();
    }

    @Test
    void theEffectiveConfigurationComesFirst() throws Exception {
        String output = check(ConfigDirectory.MINIMAL);
        assertEquals("""
                Effective configuration:

                ticrypt:
                  base-url: "https://api.example.edu"
                """, output.substring(0, output.indexOf("  allow-plain-http")));
    }

    private String check(String yaml) throws Exception {
        Path file = directory.write("config.yaml", yaml);
        return run(new Command.Check(file, Overrides.NONE, false, null, LogOptions.DEFAULT));
    }

    private String run(Command.Check check) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        ConfigLoader loader = new ConfigLoader(Map.of("INVENTED_TOKEN", ConfigDirectory.TOKEN));
        LiveCheck live = new LiveCheck(Build.current(), new ManualClock(), List::of, out);
        out.println("exit " + new ConfigCheck(loader, live, new RunningCheck(new ManualClock(), out), out).run(check));
        return directory.masked(bytes.toString(StandardCharsets.UTF_8));
    }

    private static String withoutEffectiveConfig(String output) {
        return output.substring(output.indexOf("Routes that will be read"));
    }
}
