package io.github.ticryptexporter.month;

import io.github.ticryptexporter.history.Incidents;
import io.github.ticryptexporter.history.Noise;
import io.github.ticryptexporter.history.Plan;
import io.github.ticryptexporter.history.WatchedSite;
import io.github.ticryptexporter.simulator.wire.TeamInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A month of a busy site, scraped, recorded and alerted on, as a folder that a Prometheus can serve. */
final class Month {
    /** What {@code .ci/month} serves, too. */
    static final Path FOLDER = Path.of("target", "month");

    private static final long SEED = 1;
    private static final int NAMED_TEAMS = 6;

    private Month() {}

    /** Lives the month and puts it into the folder; with {@code -Dmonth.keep=true} one that is there stays. */
    static void make() throws Exception {
        if (Boolean.getBoolean("month.keep") && Files.exists(FOLDER.resolve("data"))) {
            return;
        }
        clear();
        Blocks blocks = new Blocks(FOLDER);
        live(blocks.text("scraped"));
        blocks.add("scraped");
        new Evaluation(blocks).evaluate();
    }

    private static void clear() throws IOException {
        Files.createDirectories(FOLDER);
        try (Stream<Path> files = Files.walk(FOLDER)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
        Files.createDirectories(FOLDER);
    }

    private static void live(Path text) throws Exception {
        try (Backfill file = Backfill.to(text);
                WatchedSite site = WatchedSite.start(SEED, FOLDER, file)) {
            site.configure(configuration(site));
            Noise noise = new Noise(site, SEED);
            Daemon daemon = new Daemon(site);
            Plan plan = Incidents.ofAMonth(Stretch.MINUTES);
            while (site.minute() <= Stretch.MINUTES) {
                noise.stir();
                plan.play(site);
                daemon.tell();
                if (Stretch.hasSampleAt(site.minute())) {
                    site.pass();
                } else {
                    site.passUnseen();
                }
            }
        }
    }

    /** Names for some teams; and data that is not withheld between two samples of a stretch. */
    private static String configuration(WatchedSite site) {
        AtomicReference<String> aliases = new AtomicReference<>("");
        site.edit(fleet -> aliases.set(List.copyOf(fleet.teams.values()).subList(0, NAMED_TEAMS).stream()
                .map(Month::alias)
                .collect(Collectors.joining(", "))));
        return "poll: { stale-after-intervals: 40 }\nlabels: { team-aliases: { " + aliases.get() + " } }\n";
    }

    private static String alias(TeamInfo team) {
        return team.id.replace("team|", "") + ": "
                + team.name.toLowerCase(Locale.ROOT).replace(' ', '-');
    }
}
