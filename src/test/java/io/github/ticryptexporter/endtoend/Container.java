package io.github.ticryptexporter.endtoend;

import io.github.ticryptexporter.testing.Tool;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The image that the build made, shut in as a careful cluster does: another user, no capability, a root that nobody can
 * write to, not even {@code /tmp}, one processor and 256 MiB.
 */
final class Container implements AutoCloseable {
    static final Path IMAGE = Path.of(System.getProperty("exporter.jar", "").replaceFirst("\\.jar$", "-image.tar"));

    private static final List<String> SHUT_IN = List.of(
            "--rm",
            // What this machine's system takes; others need none of these.
            "--runtime=runc",
            "--ulimit=nofile=1024:1024",
            "--ulimit=nproc=1024:1024",
            // For a simulated site on loopback.
            "--network=host",
            "--read-only",
            "--read-only-tmpfs=false",
            "--user=65532:65532",
            "--cap-drop=ALL",
            "--security-opt=no-new-privileges",
            "--memory=256m",
            "--cpus=1");

    private final String name = "ticrypt-exporter-" + UUID.randomUUID();
    private final RunningProcess process;

    private Container(String image, List<String> options, List<String> arguments) throws IOException {
        Tool.require("runc");
        process = RunningProcess.start(
                Map.of(),
                Stream.of(
                                List.of(podman().toString(), "run", "--name=" + name),
                                SHUT_IN,
                                options,
                                List.of(image),
                                arguments)
                        .flatMap(List::stream)
                        .toList());
    }

    /** Makes the image known to podman, and returns its id. */
    static String load() {
        Tool.Verdict verdict = Tool.of(podman(), "load", "--quiet", "--input", IMAGE.toString())
                .judge("");
        String loaded = verdict.output().strip().replaceFirst("^Loaded image: ", "");
        return inspect("image", loaded, "{{.Id}}");
    }

    /** Starts a container with further options of podman's. */
    static Container run(String image, List<String> options, String... arguments) throws IOException {
        return new Container(image, options, List.of(arguments));
    }

    /** What podman shows of it, and ends as it does. */
    RunningProcess process() {
        return process;
    }

    /** The process in it, as this machine numbers it. */
    String pid() {
        return inspect("container", name, "{{.State.Pid}}");
    }

    /** What was added, changed or deleted in the root since the start. */
    String written() {
        return Tool.of(podman(), "diff", name).judge("").output();
    }

    @Override
    public void close() throws IOException {
        Tool.of(podman(), "rm", "--force", "--time=0", name).judge("");
        process.close();
    }

    /** One fact about a container or an image, by a template of podman's. */
    static String inspect(String type, String name, String format) {
        Tool.Verdict verdict = Tool.of(podman(), "inspect", "--type=" + type, "--format=" + format, name)
                .judge("");
        if (!verdict.accepted()) {
            throw new AssertionError(verdict.output());
        }
        return verdict.output().strip();
    }

    private static Path podman() {
        return Tool.require("podman");
    }
}
