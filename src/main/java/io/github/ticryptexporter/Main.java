package io.github.ticryptexporter;

import io.github.ticryptexporter.cli.Arguments;
import io.github.ticryptexporter.cli.AssetExport;
import io.github.ticryptexporter.cli.Build;
import io.github.ticryptexporter.cli.Command;
import io.github.ticryptexporter.cli.ConfigCheck;
import io.github.ticryptexporter.cli.DemoText;
import io.github.ticryptexporter.cli.LiveCheck;
import io.github.ticryptexporter.cli.MetricTable;
import io.github.ticryptexporter.cli.OneShot;
import io.github.ticryptexporter.cli.RunningCheck;
import io.github.ticryptexporter.cli.UsageException;
import io.github.ticryptexporter.config.ConfigLoader;
import io.github.ticryptexporter.config.ConfigSource;
import io.github.ticryptexporter.config.InvalidConfigException;
import io.github.ticryptexporter.config.LoadedConfig;
import io.github.ticryptexporter.config.Overrides;
import io.github.ticryptexporter.http.HttpServer;
import io.github.ticryptexporter.http.HttpSettings;
import io.github.ticryptexporter.http.ListenException;
import io.github.ticryptexporter.simulator.Scenario;
import io.github.ticryptexporter.simulator.SimulatedSite;
import io.github.ticryptexporter.simulator.SimulatorSettings;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs one command; knows the exit codes: 0 for done, 1 for could not, 2 for wrong usage or configuration. */
public final class Main {

    private static final int DONE = 0;
    private static final int COULD_NOT = 1;
    private static final int WRONG = 2;

    private final Map<String, String> environment;
    private final PrintStream out;
    private final PrintStream err;
    private final Build build = Build.current();

    private Main(Map<String, String> environment, PrintStream out, PrintStream err) {
        this.environment = environment;
        this.out = out;
        this.err = err;
    }

    /** Runs the command that the arguments ask for and exits. */
    public static void main(String[] args) throws InterruptedException {
        // The platform asks once, when the first logger is made.
        System.setProperty("java.util.logging.manager", LastingLogs.class.getName());
        System.exit(new Main(System.getenv(), System.out, System.err).runUnlessUndone(args));
    }

    private int runUnlessUndone(String... args) throws InterruptedException {
        List<String> problems = JvmSwitches.problems(System.getProperties());
        problems.forEach(err::println);
        return problems.isEmpty() ? run(args) : WRONG;
    }

    private int run(String... args) throws InterruptedException {
        try {
            Command command = new Arguments(environment, Scenario.labels()).parse(args);
            return run(command);
        } catch (UsageException | InvalidConfigException e) {
            err.println(e.getMessage());
            return WRONG;
        } catch (ListenException | UncheckedIOException | IOException | IllegalArgumentException e) {
            err.println(e.getMessage());
            return COULD_NOT;
        }
    }

    private int run(Command command) throws InvalidConfigException, IOException, InterruptedException {
        if (command instanceof Command.Serve serve) {
            return serve(serve);
        }
        if (command instanceof Command.Demo demo) {
            return demo(demo);
        }
        if (command instanceof Command.Simulate simulate) {
            return simulate(simulate);
        }
        if (command instanceof Command.Train train) {
            return train(train);
        }
        if (command instanceof Command.Check check) {
            return check(check);
        }
        if (command instanceof Command.Once once) {
            Logging.configure(once.log());
            return new OneShot(new ConfigLoader(environment), build, InstantSource.system(), out).run(once);
        }
        if (command instanceof Command.Metrics metrics) {
            return new MetricTable(out).run(metrics);
        }
        if (command instanceof Command.Assets assets) {
            return new AssetExport(out).run(assets);
        }
        out.print(((Command.Show) command).text());
        return DONE;
    }

    private int serve(Command.Serve command) throws InvalidConfigException, IOException, InterruptedException {
        Logging.configure(command.log());
        AtomicReference<@Nullable Exporter> running = new AtomicReference<>();
        // Early: until it is heard, the signal ends the process.
        Hangup.then(() -> Optional.ofNullable(running.get()).ifPresent(Exporter::reloadOnSignal));
        return untilStopped(() -> {
            Exporter exporter = started(command.configFile(), command.overrides(), environment);
            running.set(exporter);
            return exporter;
        });
    }

    /** Loads the server's classes while the configuration is read; listens when that is good, and not before. */
    private Exporter started(Path configFile, Overrides overrides, Map<String, String> variables)
            throws InvalidConfigException, IOException, InterruptedException {
        // Before the other thread: SLF4J holds back what is logged while it looks for its backend.
        Logger log = LoggerFactory.getLogger(Main.class);
        Thread loading = new Thread(HttpServer::load, "load");
        loading.start();
        ConfigSource source = new ConfigSource(new ConfigLoader(variables), configFile, overrides);
        LoadedConfig loaded = source.load();
        loaded.warnings().forEach(log::warn);
        Exporter exporter = new Exporter(loaded, Optional.of(source), build, InstantSource.system());
        // Not later: two threads that initialise the same classes may wait for each other for ever.
        loading.join();
        exporter.start();
        return exporter;
    }

    private int train(Command.Train command) throws InvalidConfigException, IOException, InterruptedException {
        Logging.configure(command.log());
        try (Training training = new Training(Files.createTempFile("ticrypt-exporter", ".yaml"))) {
            training.start();
            try (Exporter exporter = started(training.configFile(), Overrides.NONE, training.environment())) {
                training.scrape(uri("http", exporter.addresses().get(0)));
            }
        }
        return DONE;
    }

    private int demo(Command.Demo command) throws InvalidConfigException, IOException, InterruptedException {
        Logging.configure(command.log());
        warn(command.serving().warnings());
        return untilStopped(() -> {
            Demo demo = Demo.start(command, build);
            HttpSettings http = command.serving().http();
            String scheme = http.security().tls() == null ? "http" : "https";
            out.print(DemoText.demo(
                    uri(scheme, demo.exporterAddress()), http.telemetryPath(), demo.siteUri(), Scenario.labels()));
            return demo;
        });
    }

    private int simulate(Command.Simulate command) throws InvalidConfigException, IOException, InterruptedException {
        Logging.configure(command.log());
        warn(command.warnings());
        Scenario scenario = Scenario.labelled(command.site().scenario()).orElseThrow();
        SimulatorSettings settings = new SimulatorSettings(
                command.listenAddress(), command.site().seed(), command.site().scale(), scenario);
        return untilStopped(() -> {
            SimulatedSite site = new SimulatedSite(settings, InstantSource.system());
            site.start();
            out.print(DemoText.simulate(site.tokens(), providers(site), site.uri()));
            return site;
        });
    }

    /** The simulated identity providers as the configuration writes them. */
    private static List<String> providers(SimulatedSite site) {
        return site.identityKeys().entrySet().stream()
                .map(key -> "identity.%s: { base-url: %s,%s api-key: { value: %s } }"
                        .formatted(
                                key.getKey(),
                                site.identityUri(key.getKey()),
                                key.getKey().equals("monocloud")
                                        ? ""
                                        : " header: " + SimulatedSite.ALLTHENTICATE_HEADER + ",",
                                key.getValue()))
                .toList();
    }

    private int check(Command.Check command) throws IOException, InterruptedException {
        Logging.configure(command.log());
        try (OwnMetrics own = new OwnMetrics()) {
            if (command.live()) {
                own.start();
            }
            LiveCheck live = new LiveCheck(build, InstantSource.system(), own::families, out);
            RunningCheck running = new RunningCheck(InstantSource.system(), out);
            return new ConfigCheck(new ConfigLoader(environment), live, running, out).run(command);
        }
    }

    private static URI uri(String scheme, InetSocketAddress address) {
        String host = address.getAddress().getHostAddress();
        return URI.create(scheme + "://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + address.getPort());
    }

    private static void warn(List<String> warnings) {
        Logger log = LoggerFactory.getLogger(Main.class);
        warnings.forEach(log::warn);
    }

    /** Something that runs from now on. */
    private interface Start {
        AutoCloseable start() throws InvalidConfigException, IOException, InterruptedException;
    }

    /**
     * Starts, waits for SIGTERM or Ctrl-C, closes and ends the process with 0. A signal that comes during the start waits for
     * its end. The exit code of a process that a signal ends is the signal's, whatever its hooks do, unless the last of them
     * halts.
     */
    private static int untilStopped(Start start) throws InvalidConfigException, IOException, InterruptedException {
        CompletableFuture<AutoCloseable> running = new CompletableFuture<>();
        Thread hook = new Thread(() -> stop(running), "stop");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            running.complete(start.start());
        } finally {
            // Started, or never going to be; then the way out of the process is not the hook's.
            if (!running.isDone()) {
                forget(hook);
                running.cancel(false);
            }
        }
        new CountDownLatch(1).await();
        return DONE;
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            LoggerFactory.getLogger(Main.class).debug("a signal came while the start failed", e);
        }
    }

    private static void stop(CompletableFuture<AutoCloseable> running) {
        try {
            running.join().close();
            Runtime.getRuntime().halt(DONE);
        } catch (Exception e) {
            LoggerFactory.getLogger(Main.class).error("could not stop cleanly", e);
            Runtime.getRuntime().halt(COULD_NOT);
        }
    }
}
