package io.github.ticryptexporter.bench;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The simulated site as a process of its own, with as much memory as it wants: it is not what is measured. */
record Site(RunningProcess process, String baseUrl, Map<String, String> tokens) implements AutoCloseable {

    private static final String HEAP = "-Xmx3g";
    private static final String READY = "# simulated tiCrypt site at ";
    private static final Pattern TOKEN = Pattern.compile("(?m)^(drive|vm|team|project|user)=(.+)$");
    private static final Pattern ADDRESS = Pattern.compile(READY + "(\\S+)");

    static Site start(Workspace workspace, double scale) {
        RunningProcess process = RunningProcess.start(
                workspace,
                Java.exporter(
                        List.of(HEAP),
                        List.of(
                                "simulate",
                                "--web.listen-address=127.0.0.1:0",
                                "--scale=" + String.format(Locale.ROOT, "%.3f", scale))));
        process.awaitOutput(READY);
        String output = process.output();
        Map<String, String> tokens = TOKEN.matcher(output)
                .results()
                .collect(Collectors.toMap(token -> token.group(1), token -> token.group(2)));
        String address = ADDRESS.matcher(output)
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow();
        return new Site(process, address, tokens);
    }

    @Override
    public void close() {
        process.close();
    }
}
