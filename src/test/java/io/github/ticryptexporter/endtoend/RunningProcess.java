package io.github.ticryptexporter.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/** A process whose output goes to files, so that it never waits for a reader; closing it ends it. */
final class RunningProcess implements AutoCloseable {
    /** Far beyond what a loaded machine needs. */
    static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final List<String> SHOWN_BY_THE_JVM = List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS");

    private final Process process;
    private final Path out;
    private final Path err;

    private RunningProcess(Process process, Path out, Path err) {
        this.process = process;
        this.out = out;
        this.err = err;
    }

    static RunningProcess start(Map<String, String> environment, List<String> command) throws IOException {
        Path out = Files.createTempFile("process", ".out");
        Path err = Files.createTempFile("process", ".err");
        // A build that nohup runs hands down that SIGHUP is ignored.
        List<String> hearing = new ArrayList<>(List.of("env", "--default-signal=HUP"));
        hearing.addAll(command);
        ProcessBuilder builder =
                new ProcessBuilder(hearing).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("TICRYPT_EXPORTER_"));
        builder.environment().keySet().removeAll(SHOWN_BY_THE_JVM);
        builder.environment().putAll(environment);
        return new RunningProcess(builder.start(), out, err);
    }

    /** Standard output so far. */
    String out() {
        return text(out);
    }

    /** Standard error so far. */
    String err() {
        return text(err);
    }

    /** The first group of the first match on standard output, once it is there. */
    String awaitOut(String pattern) {
        return await(out, pattern);
    }

    /** The first group of the first match on standard error, once it is there. */
    String awaitErr(String pattern) {
        return await(err, pattern);
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Sends SIGTERM. */
    void terminate() {
        process.destroy();
    }

    /** Sends SIGHUP. */
    void hangUp() throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-HUP", Long.toString(process.pid())).start().waitFor();
    }

    /** Waits for the end. */
    int exitCode() throws InterruptedException {
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("did not end; standard error:\n" + err());
        }
        return process.exitValue();
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly().onExit().join();
        Files.delete(out);
        Files.delete(err);
    }

    private String await(Path file, String pattern) {
        return Awaitility.await(pattern)
                .atMost(PATIENCE)
                .failFast(() -> assertNotEndedWithout(file, pattern))
                .until(() -> found(file, pattern), Optional::isPresent)
                .orElseThrow();
    }

    private void assertNotEndedWithout(Path file, String pattern) {
        if (!process.isAlive() && found(file, pattern).isEmpty()) {
            throw new AssertionError("ended early; standard error:\n" + err());
        }
    }

    private static Optional<String> found(Path file, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(text(file));
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
