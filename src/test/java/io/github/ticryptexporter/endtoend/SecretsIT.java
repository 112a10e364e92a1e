package io.github.ticryptexporter.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tokens from each kind of source, most talkative log, most detailed metrics, a site in trouble: no token comes out. */
class SecretsIT {
    private static final List<String> PATHS =
            List.of("/", "/metrics", "/-/config", "/-/ready", "/-/healthy", "/-/reload", "/no-such-path");

    @TempDir
    Path folder;

    @Test
    void noTokenIsEverLoggedOrServed() throws Exception {
        try (RunningProcess simulator = Jar.simulate();
                RunningProcess exporter = exporterOn(simulator)) {
            Web site = Web.ofSite(simulator);
            Web web = Web.ofServe(exporter).awaitReady();
            assertNoTokenIn(outputs(exporter, web), simulator);

            site.scenario("token-revoked");
            web.awaitLine("ticrypt_up\\{api=\"vms\",realm=\"libvirt\"} 0");
            assertNoTokenIn(outputs(exporter, web), simulator);

            site.scenario("api-flaky");
            web.awaitLine("ticrypt_poll_failures_total\\{.*reason=\"(server_error|malformed|connect)\"} [1-9].*");
            assertNoTokenIn(outputs(exporter, web), simulator);

            exporter.terminate();
            assertEquals(0, exporter.exitCode());
            assertNoTokenIn(Stream.of(exporter.out(), exporter.err()), simulator);
            assertTrue(exporter.err().contains("level=debug"), "nothing was logged at debug");
        }
    }

    private RunningProcess exporterOn(RunningProcess simulator) throws Exception {
        Path vm = TokenFile.of(folder, token(simulator, "vm"));
        Path file = Files.writeString(folder.resolve("exporter.yaml"), """
                ticrypt:
                  base-url: %s
                  tokens:
                    drive: { value: "%s" }
                    vm: { file: %s }
                    team: { env: INVENTED_TEAM_TOKEN }
                poll: { intervals: { vms: 1s, vm_configs: 1s, drives: 1s, teams: 1s, vm_images: 1s } }
                """.formatted(
                        Web.ofSite(simulator).base(), token(simulator, "drive"), vm));
        return Jar.start(
                Map.of("INVENTED_TEAM_TOKEN", token(simulator, "team")),
                List.of(
                        "serve",
                        "--config.file=" + file,
                        "--web.listen-address=127.0.0.1:0",
                        "--log.level=debug",
                        "--privacy.level=detailed"));
    }

    private static String token(RunningProcess simulator, String kind) {
        return simulator.awaitOut("(?m)^" + kind + "=(\\S+)$");
    }

    private static Stream<String> outputs(RunningProcess exporter, Web web) {
        Stream<String> bodies = PATHS.stream()
                .flatMap(path -> Stream.of(Web.TEXT, Web.OPENMETRICS, "text/html")
                        .map(accept -> web.get(path, accept))
                        .map(answer -> answer.headers() + answer.body()));
        return Stream.concat(bodies, Stream.of(exporter.out(), exporter.err()));
    }

    /** The part of each token that no other word has. */
    private static void assertNoTokenIn(Stream<String> outputs, RunningProcess simulator) {
        List<String> secrets = Pattern.compile("=simulated-[a-z-]+?-([0-9a-f]{8}-[0-9a-f-]{27})")
                .matcher(simulator.out())
                .results()
                .map(match -> match.group(1))
                .toList();
        assertEquals(10, secrets.size());
        outputs.forEach(output -> secrets.forEach(secret -> assertEquals(-1, output.indexOf(secret), secret)));
    }
}
