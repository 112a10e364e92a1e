package io.github.ticryptexporter.bench;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The load generator: asks as fast as answers come, on so many connections. */
record Wrk(Workspace workspace, Path program, int seconds) {

    private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([0-9.]+)");
    private static final Map<String, Double> NANOS = Map.of("us", 1e3, "ms", 1e6, "s", 1e9);

    /**
     * What it saw.
     *
     * @param rate answers per second
     */
    record Load(double rate, Duration median, Duration p99) {}

    Load on(URI address, int connections) {
        try (RunningProcess wrk = RunningProcess.start(workspace, command(address, connections))) {
            wrk.awaitEnd();
            return load(wrk.output());
        }
    }

    private List<String> command(URI address, int connections) {
        return List.of(
                program.toString(),
                "--latency",
                "--threads=1",
                "--connections=" + connections,
                "--duration=" + seconds + "s",
                "--header=Accept: text/plain;version=0.0.4",
                "--header=Accept-Encoding: gzip",
                address.toString());
    }

    private static Load load(String output) {
        Matcher rate = RATE.matcher(output);
        if (!rate.find() || output.contains("Non-2xx") || output.contains("Socket errors")) {
            throw new IllegalStateException("expected nothing but good answers, but was\n" + output);
        }
        return new Load(Double.parseDouble(rate.group(1)), quantile(output, 50), quantile(output, 99));
    }

    private static Duration quantile(String output, int percent) {
        Matcher line = Pattern.compile("(?m)^\\s+" + percent + "%\\s+([0-9.]+)(us|ms|s)$")
                .matcher(output);
        if (!line.find()) {
            throw new IllegalStateException("expected the " + percent + "th percentile, but was\n" + output);
        }
        return Duration.ofNanos((long) (Double.parseDouble(line.group(1)) * NANOS.getOrDefault(line.group(2), 1.0)));
    }
}
