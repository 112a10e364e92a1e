package io.github.ticryptexporter.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A start that cannot be: a message that says what to do, and the exit code that a unit file can tell apart. */
class RefusedStartIT {
    private static final int COULD_NOT = 1;
    private static final int WRONG = 2;

    @TempDir
    Path folder;

    @Test
    void anUnknownFlagIsAnsweredWithTheNearestKnownOne() throws Exception {
        assertRefused(WRONG, """
                --sed: unknown flag; the nearest known one is --seed
                Try "java -jar ticrypt-exporter.jar demo --help".
                """, "demo", "--sed=2");
    }

    @Test
    void withoutAConfigurationTheWayOutIsNamed() throws Exception {
        assertRefused(WRONG, """
                --config.file: expected the path of a configuration file, but was nothing; write for example\
                 --config.file=/etc/ticrypt-exporter/exporter.yaml, or try the command demo, which needs none
                Try "java -jar ticrypt-exporter.jar serve --help".
                """);
    }

    @Test
    void aConfigurationThatIsNotThereIsSaidToBeMissing() throws Exception {
        Path file = folder.resolve("missing.yaml");

        assertRefused(WRONG, """
                configuration %s: 1 problem
                config.file: there is no such file; correct the path, or create the file
                """.formatted(file), "serve", "--config.file=" + file);
    }

    @Test
    void allProblemsOfAConfigurationAreNamedAtOnce() throws Exception {
        Path empty = Files.createFile(folder.resolve("empty-token"));
        Path missing = folder.resolve("missing-token");
        Path file = configuration("""
                ticrypt:
                  base-url: http://127.0.0.1:1
                  tokens: { drive: { file: %s }, vm: { file: %s } }
                poll: { intervals: { vms: 1 } }
                pol: {}
                """.formatted(empty, missing));

        assertRefused(WRONG, """
                configuration %s: 4 problems
                ticrypt.tokens.drive.file: expected a file with the token in its only line, but was "%s" (line 3);\
                 the file is empty or holds something else
                ticrypt.tokens.vm.file: expected the path of a file, but was "%s" (line 3);\
                 there is no such file; create it, or correct the path
                poll.intervals.vms: expected a duration from 1s to 3650d such as 90s, 5m or 1d, but was "1" (line 4);\
                 add a unit: 1s
                pol: unknown key (line 5); the nearest known one is poll
                """.formatted(file, empty, missing), "serve", "--config.file=" + file);
    }

    @Test
    void aPortInUseStopsTheDaemonTheDemoAndTheSimulator() throws Exception {
        Path token = TokenFile.of(folder, "invented-token");
        Path file = configuration("""
                ticrypt:
                  base-url: http://127.0.0.1:1
                  tokens: { drive: { file: %s } }
                """.formatted(token));
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String address = "127.0.0.1:" + taken.getLocalPort();
            String message =
                    "cannot listen on " + address + ": the port is in use; choose another with --web.listen-address\n";

            assertRefused(COULD_NOT, message, "serve", "--config.file=" + file, "--web.listen-address=" + address);
            assertRefused(COULD_NOT, message, "demo", "--web.listen-address=" + address);
            assertRefused(
                    COULD_NOT,
                    "cannot listen on " + address
                            + ": the port is in use or not allowed; choose another with --web.listen-address\n",
                    "simulate",
                    "--web.listen-address=" + address);
        }
    }

    @Test
    void checkTellsAGoodConfigurationFromABadOne() throws Exception {
        Path token = TokenFile.of(folder, "invented-token");
        Path good = configuration("""
                ticrypt:
                  base-url: http://127.0.0.1:1
                  tokens: { drive: { file: %s } }
                """.formatted(token));
        Path bad = configuration("ticrypt: {}\n");

        assertEquals(0, exitCode("check", "--config.file=" + good));
        assertEquals(WRONG, exitCode("check", "--config.file=" + bad));
        assertEquals(WRONG, exitCode("check", "--config.file=" + folder.resolve("missing.yaml")));
    }

    @Test
    void aSwitchOfJavaThatTurnsVerificationOffStopsEveryCommand() throws Exception {
        try (RunningProcess process =
                Jar.start(List.of("-Djdk.internal.httpclient.disableHostnameVerification"), List.of("metrics"))) {
            assertEquals(WRONG, process.exitCode());
            assertEquals(
                    "-Djdk.internal.httpclient.disableHostnameVerification: any certificate of any server would be taken"
                            + " for the backend's; remove it\n",
                    process.err());
            assertEquals("", process.out());
        }
    }

    private Path configuration(String yaml) throws Exception {
        return Files.writeString(Files.createTempFile(folder, "config", ".yaml"), yaml);
    }

    private static int exitCode(String... arguments) throws Exception {
        try (RunningProcess process = Jar.start(Map.of(), List.of(arguments))) {
            return process.exitCode();
        }
    }

    private static void assertRefused(int exitCode, String message, String... arguments) throws Exception {
        try (RunningProcess process = Jar.start(Map.of(), List.of(arguments))) {
            assertEquals(exitCode, process.exitCode(), process::err);
            assertEquals(message, process.err());
            assertEquals("", process.out());
        }
    }
}
