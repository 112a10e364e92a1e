package io.github.ticryptexporter.month;

import io.github.ticryptexporter.history.Incidents;
import io.github.ticryptexporter.history.Minutes;
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
    static final int NAMED_TEAMS = 6;

    /** Polls until the last day: what is read half an hour apart is not withheld in between. */
    private static final String SLOWLY =
            "poll: { intervals: { vms: 15m, vm_configs: 15m, drives: 15m, teams: 15m } }\n";

    /** Polls of the last day; the defaults are faster still, and take longer to live through. */
    private static final String FASTER = "poll: { intervals: { vms: 2m, vm_configs: 2m, drives: 5m } }\n";

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
        Evaluation.of(blocks, rule -> Stretch.MONTH).evaluate();
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
            site.configure(SLOWLY + names(site));
            Answers answers = new Answers(site);
            site.onRead(answers::note);
            Noise noise = new Noise(site, SEED);
            Daemon daemon = new Daemon(site);
            Plan plan = Incidents.ofAMonth(Stretch.MINUTES);
            while (site.minute() <= Stretch.MINUTES) {
                Stretch part = Stretch.of(site.minute());
                if (site.minute() == Stretch.MINUTES - Minutes.DAY) {
                    site.configure(FASTER + names(site));
                }
                if (part.isLivedAt(site.minute())) {
                    noise.stir();
                    plan.play(site);
                }
                if (part.hasSampleAt(site.minute())) {
                    daemon.tell();
                    site.hang(!part.isPolledAt(site.minute()));
                    site.pass();
                } else {
                    site.passUnseen();
                }
            }
            answers.write(FOLDER);
        }
    }

    private static String names(WatchedSite site) {
        AtomicReference<String> aliases = new AtomicReference<>("");
        site.edit(fleet -> aliases.set(List.copyOf(fleet.teams.values()).subList(0, NAMED_TEAMS).stream()
                .map(Month::alias)
                .collect(Collectors.joining(", "))));
        return "labels: { team-aliases: { " + aliases.get() + " } }\n";
    }

    private static String alias(TeamInfo team) {
        return team.id.replace("team|", "") + ": " + alias(team.name);
    }

    /** What the configuration calls a team of that name. */
    static String alias(String name) {
        return name.toLowerCase(Locale.ROOT).replace(' ', '-');
    }
}
