package io.github.ticryptexporter.testing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A program of this machine that judges what we made: Prometheus's own checker, a second parser.
 *
 * <p>Where it is missing the test is skipped and says so; with {@code -Dverify.complete=true} the test fails.
 */
public final class Tool {
    private static final Logger LOG = LoggerFactory.getLogger(Tool.class);
    private static final Duration MAX_RUN = Duration.ofSeconds(60);

    /** Percent of the heap that is in use: at Go's own 100 promtool spends a quarter of its time on collections. */
    private static final String GARBAGE_OF_GO = "400";

    /** Another Python on the path would not see Debian's modules. */
    private static final Path DEBIAN_PYTHON = Path.of("/usr/bin/python3");

    /** Debian packages of the tools that are not named like their package. */
    private static final Map<String, String> PACKAGES = Map.of(
            "promtool", "prometheus",
            "amtool", "prometheus-alertmanager",
            "prometheus_client", "python3-prometheus-client",
            "systemd-analyze", "systemd");

    private final List<String> command;
    private final Duration patience;

    private Tool(List<String> command, Duration patience) {
        this.command = command;
        this.patience = patience;
    }

    /** The command from the path, or the end of this test. */
    public static Path require(String command) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .map(directory -> Path.of(directory, command))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseGet(() -> missing(notInstalled(command)));
    }

    /** The command of another Debian suite, extracted below {@code tools.directory}, or the end of this test. */
    public static Path requireFrom(String suite, String command) {
        Path tool = Path.of(System.getProperty("tools.directory", "target/tools"), suite, "usr/bin", command);
        return Files.isExecutable(tool)
                ? tool
                : missing(suite + "'s " + command + " is not extracted (.ci/prometheus-from " + suite + ")");
    }

    /** A schema of another project, below {@code schemas.directory}, or the end of this test. */
    public static Path requireSchema(String file) {
        Path schema = schema(file);
        return Files.isReadable(schema) ? schema : missing(schema + " is not there (-Dschemas.directory=DIR)");
    }

    /** Where that schema would be. */
    public static Path schema(String file) {
        return Path.of(System.getProperty("schemas.directory", "../shared/schemas"), file);
    }

    /** Debian's Python, which can import this module, or the end of this test. */
    public static Path requirePython(String module) {
        boolean there = Files.isExecutable(DEBIAN_PYTHON)
                && of(DEBIAN_PYTHON, "-c", "import " + module).judge("").accepted();
        return there ? DEBIAN_PYTHON : missing(notInstalled(module));
    }

    /** A tool with its arguments. */
    public static Tool of(Path command, String... arguments) {
        List<String> words = Stream.concat(Stream.of(command.toString()), Arrays.stream(arguments))
                .toList();
        return new Tool(words, MAX_RUN);
    }

    /** The same, given another time to end than a minute. */
    public Tool within(Duration longer) {
        return new Tool(command, longer);
    }

    /** What the tool says about this text, given on its standard input. */
    public Verdict judge(String text) {
        try {
            return run(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for " + command, e);
        }
    }

    private Verdict run(String text) throws IOException, InterruptedException {
        Path input = Files.createTempFile("judged", ".txt");
        Path output = Files.createTempFile("verdict", ".txt");
        try {
            Files.writeString(input, text);
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectInput(input.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            builder.environment().putIfAbsent("GOGC", GARBAGE_OF_GO);
            Process process = builder.start();
            if (!process.waitFor(patience.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException(command + " did not end within " + patience.toSeconds() + " s");
            }
            return new Verdict(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
        } finally {
            Files.delete(input);
            Files.delete(output);
        }
    }

    private static Path missing(String absence) {
        boolean mustBeThere = Boolean.getBoolean("verify.complete");
        if (!mustBeThere) {
            LOG.warn("SKIPPED a test: {}", absence);
        }
        return missing(absence, mustBeThere);
    }

    static Path missing(String absence, boolean mustBeThere) {
        return mustBeThere
                ? Assertions.fail("verify.complete=true: " + absence)
                : Assumptions.abort("skipped: " + absence);
    }

    static String notInstalled(String tool) {
        return tool + " is not installed (apt-get install " + PACKAGES.getOrDefault(tool, tool) + ")";
    }

    /**
     * How a tool ended.
     *
     * @param output standard output and standard error as they came
     */
    public record Verdict(int exitCode, String output) {
        public boolean accepted() {
            return exitCode == 0;
        }
    }
}
