package io.github.ticryptexporter;

import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.ticryptexporter.cli.Build;
import io.github.ticryptexporter.cli.Command;
import io.github.ticryptexporter.cli.ConfigCheck;
import io.github.ticryptexporter.cli.LiveCheck;
import io.github.ticryptexporter.cli.LogOptions;
import io.github.ticryptexporter.cli.RunningCheck;
import io.github.ticryptexporter.config.ConfigLoader;
import io.github.ticryptexporter.config.Overrides;
import io.github.ticryptexporter.simulator.Scenario;
import io.github.ticryptexporter.simulator.SimulatedSite;
import io.github.ticryptexporter.testing.ManualClock;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A simulated site, and files that an exporter and {@code check --running} go by alike. */
final class CheckedSite implements AutoCloseable {

    /** What a scraper presents, where the test lets it in so. */
    static final String TOKEN = "invented-token-0042";

    final ManualClock clock = new ManualClock();
    final SimulatedSite backend = Sites.site(11, 0.1, Scenario.CALM, clock);
    final Path folder;

    private CheckedSite(Path folder) {
        this.folder = folder;
    }

    static CheckedSite started(Path folder) throws IOException {
        CheckedSite site = new CheckedSite(folder);
        site.backend.start();
        for (String token : List.of("drive", "vm", "team")) {
            site.write(token + ".token", String.valueOf(site.backend.tokens().get(token)));
        }
        site.configure("drive", "team");
        return site;
    }

    /** Has these tokens read the backend, and everybody let in. */
    void configure(String... tokens) throws IOException {
        configure(List.of(tokens), "30s", "");
    }

    /** @param web the web configuration; empty for none */
    void configure(List<String> tokens, String timeout, String web) throws IOException {
        StringBuilder yaml = new StringBuilder("ticrypt:\n  base-url: " + backend.uri() + "\n  tokens:\n");
        for (String token : tokens) {
            yaml.append("    %1$s: { file: %1$s.token }\n".formatted(token));
        }
        yaml.append("  timeouts: { request: %s }\n".formatted(timeout));
        yaml.append("web: { listen-address: [ \"127.0.0.1:0\" ]%s }\n"
                .formatted(web.isEmpty() ? "" : ", config: { file: web.yaml }"));
        write("exporter.yaml", yaml.toString());
        write("web.yaml", web);
    }

    void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    /** An exporter that goes by the files as they are now. */
    RunningExporter exporter() throws Exception {
        return RunningExporter.start(new ConfigLoader(Map.of()).load(config(), Overrides.NONE), clock);
    }

    private Path config() {
        return folder.resolve("exporter.yaml");
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** What the check prints of the exporter, and its exit code. */
    String check(String scheme, int port) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        int exitCode = check(out, false, URI.create(scheme + "://127.0.0.1:" + port));
        String printed = bytes.toString(StandardCharsets.UTF_8);
        assertFalse(printed.contains(TOKEN));
        return printed.substring(printed.indexOf("Asking the exporter"))
                        .replace(":" + port, ":PORT")
                        .replaceAll("\\?name\\S+(?=: )", "?QUERY")
                + "exit " + exitCode + "\n";
    }

    /** The exit code alone, with the routes read too where they are to be. */
    int exitCode(boolean live, int port) throws Exception {
        return check(
                new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8),
                live,
                URI.create("http://127.0.0.1:" + port));
    }

    private int check(PrintStream out, boolean live, URI running) throws Exception {
        Command.Check check = new Command.Check(config(), Overrides.NONE, live, running, LogOptions.DEFAULT);
        LiveCheck routes = new LiveCheck(Build.current(), clock, List::of, out);
        return new ConfigCheck(new ConfigLoader(Map.of()), routes, new RunningCheck(clock, out), out).run(check);
    }

    @Override
    public void close() {
        backend.close();
    }
}
