package io.github.ticryptexporter.bench;

import io.github.ticryptexporter.Main;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Command lines for the Java under test: that of {@code JAVA_HOME}, or else the one that runs the benchmarks. */
final class Java {

    /** As the README recommends. */
    private static final List<String> FLAGS = List.of("-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError");

    private Java() {}

    /** The packaged exporter with these arguments. */
    static List<String> exporter(List<String> jvmFlags, List<String> arguments) {
        return command(jvmFlags, List.of("-jar", jarOf(Main.class).toString()), arguments);
    }

    /** A class of the benchmarks, on the class path that the exporter has. */
    static List<String> peer(List<String> jvmFlags, Class<?> main, List<String> arguments) {
        String classPath = jarOf(Main.class) + ":" + jarOf(main);
        return command(jvmFlags, List.of("-cp", classPath, main.getName()), arguments);
    }

    private static List<String> command(List<String> jvmFlags, List<String> program, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(home().resolve("bin").resolve("java").toString());
        command.addAll(FLAGS);
        command.addAll(jvmFlags);
        command.addAll(program);
        command.addAll(arguments);
        return command;
    }

    private static Path home() {
        Map<String, String> environment = System.getenv();
        return Path.of(environment.getOrDefault("JAVA_HOME", System.getProperty("java.home")));
    }

    private static Path jarOf(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
