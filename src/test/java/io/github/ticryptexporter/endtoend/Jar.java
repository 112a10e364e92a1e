package io.github.ticryptexporter.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The runnable jar that the build packaged. */
final class Jar {
    private static final String LOOPBACK = "--web.listen-address=127.0.0.1:0";

    private Jar() {}

    /** The exporter on a free port, with this configuration and these further arguments. */
    static RunningProcess serve(Path folder, String yaml, String... arguments) throws IOException {
        Path file = Files.writeString(Files.createTempFile(folder, "exporter", ".yaml"), yaml);
        return start(
                Map.of(),
                Stream.concat(Stream.of("serve", "--config.file=" + file, LOOPBACK), Stream.of(arguments))
                        .toList());
    }

    /** Exporter and simulated site in one process, on free ports. */
    static RunningProcess demo(String... arguments) throws IOException {
        return start(
                Map.of(),
                Stream.concat(Stream.of("demo", LOOPBACK), Stream.of(arguments)).toList());
    }

    /** The simulated site alone, on a free port. */
    static RunningProcess simulate() throws IOException {
        return start(Map.of(), List.of("simulate", LOOPBACK));
    }

    /** Whatever the arguments ask for. */
    static RunningProcess start(Map<String, String> environment, List<String> arguments) throws IOException {
        return RunningProcess.start(environment, command(List.of(), arguments));
    }

    /** The same on a JVM with these options. */
    static RunningProcess start(List<String> options, List<String> arguments) throws IOException {
        return RunningProcess.start(Map.of(), command(options, arguments));
    }

    private static List<String> command(List<String> options, List<String> arguments) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return Stream.of(List.of(java), options, List.of("-jar", path()), arguments)
                .flatMap(List::stream)
                .toList();
    }

    private static String path() {
        String jar = System.getProperty("exporter.jar", "");
        if (!Files.isRegularFile(Path.of(jar))) {
            throw new IllegalStateException("no jar at exporter.jar=\"" + jar + "\"; run mvn verify");
        }
        return jar;
    }
}
