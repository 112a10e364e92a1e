package io.github.ticryptexporter.cli;

import io.github.ticryptexporter.api.TokenSource;
import io.github.ticryptexporter.config.ConfigLoader;
import io.github.ticryptexporter.config.DurationText;
import io.github.ticryptexporter.config.EffectiveConfig;
import io.github.ticryptexporter.config.ExporterConfig;
import io.github.ticryptexporter.config.InvalidConfigException;
import io.github.ticryptexporter.config.LoadedConfig;
import io.github.ticryptexporter.fleet.Api;
import io.github.ticryptexporter.fleet.TokenKind;
import io.github.ticryptexporter.metrics.Absence;
import io.github.ticryptexporter.poll.PollSettings;
import io.github.ticryptexporter.poll.RealmSettings;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/** The command {@code check}: what is wrong with a configuration, or else what it makes the exporter read. */
public final class ConfigCheck {

    private static final int FINE = 0;
    private static final int WRONG = 2;

    private final ConfigLoader loader;
    private final LiveCheck live;
    private final RunningCheck running;
    private final PrintStream out;

    /** A check that reads with {@code loader} and prints to {@code out}, as the other two do. */
    public ConfigCheck(ConfigLoader loader, LiveCheck live, RunningCheck running, PrintStream out) {
        this.loader = loader;
        this.live = live;
        this.running = running;
        this.out = out;
    }

    /**
     * Prints its findings and returns the exit code: 0 for a configuration that is fine, 1 when a route failed or the
     * exporter that runs is not as it should be, 2 for a configuration that is wrong.
     *
     * @throws IOException when a certificate or key that the configuration names cannot be used
     */
    public int run(Command.Check check) throws IOException, InterruptedException {
        LoadedConfig loaded;
        try {
            loaded = loader.load(check.configFile(), check.overrides());
        } catch (InvalidConfigException e) {
            out.println(e.getMessage());
            return WRONG;
        }
        print(loaded);
        out.println(check.configFile() + ": configuration is fine");
        int ofRoutes = check.live() ? live.run(loaded.config()) : FINE;
        int ofExporter = check.running() == null ? FINE : running.run(check.running(), loaded.config());
        return Math.max(ofRoutes, ofExporter);
    }

    private void print(LoadedConfig loaded) {
        ExporterConfig config = loaded.config();
        out.println("Effective configuration:\n");
        out.println(EffectiveConfig.render(config, loaded.files()));
        out.println("Routes that will be read from " + config.api().baseUrl() + ":\n");
        out.println(routes(config));
        printProviders(config);
        printRealms(config);
        printMissingTokens(config);
        if (config.findings().hosts().isEmpty()) {
            out.println("""
                    No inventory is configured: VMs are counted by host, but nobody is told when a host is full.
                    List the hosts below inventory.hosts or in a file named by inventory.file.
                    """);
        }
        printWarnings(loaded.warnings());
    }

    private static TextTable routes(ExporterConfig config) {
        List<List<String>> rows = new ArrayList<>();
        for (Api api : Api.values()) {
            api.token().map(config.api().tokens()::get).ifPresent(token -> rows.add(route(config.poll(), api, token)));
        }
        return new TextTable(List.of("route", "read for", "interval", "stale after", "token"), rows);
    }

    private static List<String> route(PollSettings poll, Api api, TokenSource token) {
        return List.of(
                api.label(),
                switch (api.scope()) {
                    case SITE -> "the site";
                    case REALM -> "each realm";
                    case OBJECT -> "what a list leaves out";
                },
                DurationText.format(poll.interval(api)),
                DurationText.format(poll.staleAfter(api)),
                token.origin());
    }

    private void printProviders(ExporterConfig config) {
        List<List<String>> rows = new ArrayList<>();
        new TreeMap<>(config.identity().providers())
                .forEach((provider, settings) -> rows.add(List.of(
                        provider.label(),
                        settings.baseUrl().toString(),
                        DurationText.format(config.poll().interval(provider.api())),
                        DurationText.format(config.poll().staleAfter(provider.api())),
                        settings.key().origin())));
        if (!rows.isEmpty()) {
            out.println("Identity providers whose accounts will be read:\n");
            out.println(new TextTable(List.of("provider", "from", "interval", "stale after", "key"), rows));
        }
    }

    private void printRealms(ExporterConfig config) {
        if (!config.api().tokens().containsKey(TokenKind.VM)) {
            return;
        }
        RealmSettings realms = config.poll().realms();
        List<String> sources = new ArrayList<>(new TreeSet<>(realms.include()));
        if (realms.discover() && config.api().tokens().containsKey(TokenKind.DRIVE)) {
            sources.add("every realm that a drive names");
        }
        String less =
                realms.exclude().isEmpty() ? "" : ", but not " + String.join(", ", new TreeSet<>(realms.exclude()));
        out.println("Realms: " + String.join(", ", sources) + less + "\n");
    }

    private void printMissingTokens(ExporterConfig config) {
        List<TokenKind> missing = Arrays.stream(TokenKind.values())
                .filter(kind -> !config.api().tokens().containsKey(kind))
                .toList();
        if (missing.isEmpty()) {
            return;
        }
        out.println("Tokens that are not configured, and what the metrics lack without them:\n");
        missing.forEach(kind -> out.println("  " + kind.label() + ": "
                + Absence.of(kind, config.metrics().privacy(), config.routes()).text()));
        out.println();
    }

    private void printWarnings(List<String> warnings) {
        if (!warnings.isEmpty()) {
            out.println("Warnings:\n");
            warnings.forEach(warning -> out.println("  " + warning));
            out.println();
        }
    }
}
