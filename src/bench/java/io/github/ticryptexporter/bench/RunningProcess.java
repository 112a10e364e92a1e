package io.github.ticryptexporter.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.awaitility.core.TerminalFailureException;

/** A process whose output goes to a file; closing it ends it. */
final class RunningProcess implements AutoCloseable {

    /** Far beyond what the largest site needs on a loaded machine. */
    static final Duration PATIENCE = Duration.ofMinutes(10);

    private static final long END_SECONDS = 20;

    private final Process process;
    private final Path output;

    private RunningProcess(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    static RunningProcess start(Workspace workspace, List<String> command) {
        Path output = workspace.file("output");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("TICRYPT_EXPORTER_"));
        try {
            return new RunningProcess(builder.start(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Processor time so far, of all its threads and in all modes. */
    Duration cpu() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** What of its memory is in RAM now. */
    long residentBytes() {
        return statusBytes("VmRSS");
    }

    /** The most that ever was in RAM. */
    long mostResidentBytes() {
        return statusBytes("VmHWM");
    }

    private long statusBytes(String field) {
        Matcher line = Pattern.compile("(?m)^" + field + ":\\s+(\\d+) kB$")
                .matcher(text(Path.of("/proc/" + pid() + "/status")));
        if (!line.find()) {
            throw new IllegalStateException("expected a line " + field + " in the status of process " + pid());
        }
        return Long.parseLong(line.group(1)) * 1024;
    }

    String output() {
        return text(output);
    }

    /** Waits until the output has this. */
    void awaitOutput(String text) {
        await(text, Duration.ofMillis(50), () -> output().contains(text));
    }

    /**
     * Waits until this holds.
     *
     * @throws EndedException when the process ends before
     */
    void await(String what, Duration every, Callable<Boolean> condition) {
        try {
            Awaitility.await(what)
                    .atMost(PATIENCE)
                    .pollDelay(every)
                    .pollInterval(every)
                    .failFast("the process ended", () -> !isAlive())
                    .until(condition);
        } catch (TerminalFailureException e) {
            throw new EndedException(output(), e);
        }
    }

    /** A process ended that was to run; the message is the end of what it said. */
    static final class EndedException extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private static final int LAST_LINES = 3;

        private EndedException(String output, Throwable cause) {
            super(last(output.lines().toList()), cause);
        }

        private static String last(List<String> lines) {
            return String.join(" / ", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
        }
    }

    /** Waits for its end. */
    void awaitEnd() {
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("expected the process to end, but it did not");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted while waiting for a process", e);
        }
    }

    /** Sends SIGTERM, and SIGKILL to one that does not end. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().onExit().join();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            throw new IllegalStateException("interrupted while ending a process", e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
