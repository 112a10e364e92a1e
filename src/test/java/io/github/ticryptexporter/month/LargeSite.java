package io.github.ticryptexporter.month;

import static io.github.ticryptexporter.history.Minutes.DAY;
import static io.github.ticryptexporter.history.Minutes.HOUR;

import io.github.ticryptexporter.history.Inventory;
import io.github.ticryptexporter.history.WatchedSite;
import io.github.ticryptexporter.poll.SteppedExporter;
import io.github.ticryptexporter.simulator.Scenario;
import io.github.ticryptexporter.simulator.SimulatedHost;
import io.github.ticryptexporter.simulator.SimulatedSite;
import io.github.ticryptexporter.simulator.SimulatorSettings;
import io.github.ticryptexporter.simulator.wire.Fleet;
import io.github.ticryptexporter.testing.ManualClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A month of a site of two thousand teams and fifty hosts: one exposition of a simulated site, drawn out over time. What is
 * used grows by a third, and the rest stays.
 */
final class LargeSite {
    private static final long SEED = 1;
    private static final double SCALE = 10;
    private static final int HOSTS = 50;

    /** Of teams and of records about them: enough for forecasts, and for what is looked at now. */
    private static final List<Stretch> SPARSE = List.of(
            new Stretch(0, Stretch.MINUTES - HOUR, 6 * HOUR, 6 * HOUR),
            new Stretch(Stretch.MINUTES - HOUR, Stretch.MINUTES + 1, 5, 5));

    /** Of all others, which are few: what graphs look at. */
    private static final List<Stretch> DENSE = List.of(
            new Stretch(0, Stretch.MINUTES - 7 * DAY, 6 * HOUR, 6 * HOUR),
            new Stretch(Stretch.MINUTES - 7 * DAY, Stretch.MINUTES - DAY, 15, 15),
            new Stretch(Stretch.MINUTES - DAY, Stretch.MINUTES + 1, 2, 2));

    private LargeSite() {}

    static void make(Path folder) throws Exception {
        Blocks blocks = new Blocks(folder);
        String exposition = exposition(folder);
        try (Backfill file = Backfill.to(blocks.text("scraped"))) {
            for (String line : exposition.split("\n", -1)) {
                if (!line.isEmpty() && !line.startsWith("#")) {
                    drawOut(line, file);
                }
            }
            for (long second : Stretch.seconds(DENSE)) {
                file.write("up{" + WatchedSite.TARGET + "}", "1", second);
            }
        }
        blocks.add("scraped");
        Evaluation.of(blocks, LargeSite::when).evaluate();
    }

    private static String exposition(Path folder) throws Exception {
        InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        ManualClock clock = new ManualClock();
        try (SimulatedSite site =
                new SimulatedSite(new SimulatorSettings(anyPort, SEED, SCALE, Scenario.CALM), clock)) {
            site.start();
            site.edit(fleet -> leave(fleet, site.hosts().subList(0, HOSTS)));
            return SteppedExporter.start(folder, configuration(site), clock).text();
        }
    }

    private static String configuration(SimulatedSite site) {
        String tokens = site.tokens().entrySet().stream()
                .filter(token -> !token.getKey().endsWith(".full"))
                .map(token -> "    %s: { value: \"%s\" }\n".formatted(token.getKey(), token.getValue()))
                .collect(Collectors.joining());
        return "ticrypt:\n  base-url: " + site.uri() + "\n  tokens:\n" + tokens
                + new Inventory(site.hosts().subList(0, HOSTS)).yaml();
    }

    /** Takes away the VMs of other hosts: a simulated site of so many teams has more of both. */
    private static void leave(Fleet fleet, List<SimulatedHost> hosts) {
        Set<String> addresses = hosts.stream().map(SimulatedHost::sshHost).collect(Collectors.toSet());
        fleet.realms.values().forEach(realm -> realm.vms.values().removeIf(vm -> !addresses.contains(vm.ssh.host)));
    }

    private static void drawOut(String line, Backfill file) throws IOException {
        int end = line.lastIndexOf(' ');
        String series = Backfill.labelled(line.substring(0, end));
        double value = Double.parseDouble(line.substring(end));
        boolean grows = series.contains("_used") || series.contains("_allocated");
        boolean isNow = series.startsWith("ticrypt_last_success");
        for (long second : Stretch.seconds(when(series))) {
            double age = 1.0 * (Stretch.END - second) / (Stretch.END - Stretch.second(0));
            double then = isNow ? second : grows ? value * (1 - age / 4) : value;
            file.write(series, Double.toString(then), second);
        }
    }

    private static List<Stretch> when(String seriesOrRule) {
        return seriesOrRule.contains("team") ? SPARSE : DENSE;
    }
}
