package io.github.ticryptexporter.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The container image, in containers of podman's. */
@Tag("image")
class ImageIT {
    private static final long LARGEST_BYTES = 80_000_000;
    private static final List<String> KINDS = List.of("drive", "vm", "team", "project", "user");
    private static final List<String> NO_OPTIONS = List.of();
    private static final String LOOPBACK = "--web.listen-address=127.0.0.1:0";

    private static String image = "";

    @TempDir
    Path folder;

    @BeforeAll
    static void load() {
        image = Container.load();
    }

    @Test
    void itIsScrapedWhileItMayWriteNothingAndEndsWhenItIsTold() throws Exception {
        try (RunningProcess simulator = Jar.simulate();
                Container container = serve(simulator, NO_OPTIONS, LOOPBACK)) {
            RunningProcess exporter = container.process();
            Web web = Web.ofServe(exporter).awaitReady();
            for (String api : List.of("drives", "teams", "projects", "users")) {
                web.awaitLine("ticrypt_up\\{api=\"" + api + "\",realm=\"\"} 1");
            }
            web.awaitLine("ticrypt_up\\{api=\"vms\",realm=\"libvirt\"} 1");

            assertEquals("""
                    Uid:	65532	65532	65532	65532
                    Gid:	65532	65532	65532	65532
                    CapEff:	0000000000000000
                    NoNewPrivs:	1
                    """, rights(container.pid()));
            // Where podman itself puts the machine's name and name servers.
            assertEquals("C /etc\n", container.written());

            exporter.terminate();
            assertEquals(0, exporter.exitCode(), exporter::err);
            assertTrue(exporter.err().endsWith("msg=\"stopped\"\n"), exporter.err());
        }
    }

    /** Under -Xshare:on Java ends where it cannot take the archive. */
    @Test
    void itStartsFromItsArchiveOfClasses() throws Exception {
        List<String> options = List.of("--env=JDK_JAVA_OPTIONS=-Xshare:on -Xlog:class+load");
        try (RunningProcess simulator = Jar.simulate();
                Container container = serve(simulator, options, LOOPBACK)) {
            RunningProcess exporter = container.process();
            Web.ofServe(exporter).metrics();

            for (String name : List.of("Main", "config.YamlReader", "poll.Poller", "http.HttpServer")) {
                exporter.awaitOut("(io\\.github\\.ticryptexporter\\." + name + " source: shared objects file)");
            }
        }
    }

    @Test
    void theHeapFollowsTheLimitOfTheContainerUnlessTheUserSaysOtherwise() throws Exception {
        assertEquals("104 MiB", largestHeap("--memory=256m"));
        assertEquals("206 MiB", largestHeap("--memory=512m"));
        assertEquals("64 MiB", largestHeap("--env=JDK_JAVA_OPTIONS=-Xmx64m -XX:+PrintFlagsFinal"));
    }

    @Test
    void anAddressBeyondLoopbackIsForTheConfigurationToAllow() throws Exception {
        try (RunningProcess simulator = Jar.simulate();
                Container container = serve(simulator, NO_OPTIONS, "--web.listen-address=0.0.0.0:0")) {
            RunningProcess refused = container.process();

            assertEquals(2, refused.exitCode());
            assertTrue(refused.err().contains("--web.allow-open"), refused.err());
        }
    }

    @Test
    void thereIsNoShellInIt() throws Exception {
        try (Container container = Container.run(image, List.of("--entrypoint=sh"))) {
            assertEquals(127, container.process().exitCode());
        }
    }

    @Test
    void labelsSayWhatItIs() {
        assertEquals(
                """
                Prometheus exporter for tiCrypt: VMs, hosts, drives and team quotas from the read-only REST API.
                Apache-2.0
                ticrypt-exporter
                0.1.0
                65532:65532""",
                Container.inspect(
                        "image",
                        image,
                        Stream.concat(
                                        Stream.of("description", "licenses", "title", "version")
                                                .map(label ->
                                                        "{{index .Labels \"org.opencontainers.image." + label + "\"}}"),
                                        Stream.of("{{.User}}"))
                                .collect(Collectors.joining("\n"))));
        assertTrue(Container.inspect("image", image, "{{index .Labels \"org.opencontainers.image.revision\"}}")
                .matches("[0-9a-f]{7,}"));
    }

    @Test
    void itIsSmallEnoughForASlowLine() throws Exception {
        assertTrue(Files.size(Container.IMAGE) < LARGEST_BYTES, () -> Container.IMAGE + " is larger");
    }

    private Container serve(RunningProcess simulator, List<String> options, String... arguments) throws IOException {
        Path secrets = Files.createDirectory(folder.resolve("secrets"));
        Path config = Files.createDirectory(folder.resolve("config"));
        for (String kind : KINDS) {
            Files.writeString(secrets.resolve(kind), simulator.awaitOut("(?m)^" + kind + "=(\\S+)$"));
        }
        Files.writeString(config.resolve("exporter.yaml"), """
                ticrypt:
                  base-url: %s
                  tokens:
                %s
                """.formatted(
                        Web.ofSite(simulator).base(), tokens()));
        readable(secrets);
        readable(config);
        Stream<String> mounts = Stream.of(
                "--volume=" + secrets + ":/run/secrets/ticrypt:ro", "--volume=" + config + ":/etc/ticrypt-exporter:ro");
        Stream<String> command = Stream.of("serve", "--config.file=/etc/ticrypt-exporter/exporter.yaml");
        return Container.run(
                image,
                Stream.concat(mounts, options.stream()).toList(),
                Stream.concat(command, Stream.of(arguments)).toArray(String[]::new));
    }

    private static String tokens() {
        return KINDS.stream()
                .map(kind -> "    " + kind + ": { file: /run/secrets/ticrypt/" + kind + " }")
                .collect(Collectors.joining("\n"));
    }

    /** The user of the container is none of this machine. */
    private static void readable(Path directory) throws IOException {
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static String rights(String pid) throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc", pid, "status"))) {
            return lines.filter(line -> line.matches("(Uid|Gid|CapEff|NoNewPrivs):.*"))
                    .collect(Collectors.joining("\n", "", "\n"));
        }
    }

    private static String largestHeap(String option) throws Exception {
        List<String> options = List.of("--env=JDK_JAVA_OPTIONS=-XX:+PrintFlagsFinal", option);
        try (Container container = Container.run(image, options, "--version")) {
            long bytes = Long.parseLong(container.process().awaitOut(" MaxHeapSize += (\\d+)"));
            return Math.round(bytes / 1024.0 / 1024) + " MiB";
        }
    }
}
