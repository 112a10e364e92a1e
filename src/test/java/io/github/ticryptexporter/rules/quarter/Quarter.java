package io.github.ticryptexporter.rules.quarter;

import io.github.ticryptexporter.history.Firing;
import io.github.ticryptexporter.history.Minutes;
import io.github.ticryptexporter.history.Noise;
import io.github.ticryptexporter.history.Plan;
import io.github.ticryptexporter.history.WatchedSite;
import io.github.ticryptexporter.rules.quarter.Column.Span;
import io.github.ticryptexporter.testing.ManualClock;
import io.github.ticryptexporter.testing.Tool;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A history of some days, and what the rules make of it; weeks are judged while the next are lived. */
final class Quarter {
    static final int DAYS = 13 * 7;

    private static final Logger LOG = LoggerFactory.getLogger(Quarter.class);
    private static final long SEED = 1;

    /** The longest {@code for} and {@code keep_firing_for} of what is no forecast, with a day to spare. */
    private static final int WARM_UP = 2 * Minutes.DAY;

    private static final int FORECAST_EVERY = 5;

    /** A week takes longer to judge than to live, on one core. */
    private static final int JUDGES = 2;

    private final Path folder;
    private final Plan plan;
    private final int minutes;
    private final Path promtool = Tool.require("promtool");
    private final List<Future<List<Firing>>> judged = new ArrayList<>();

    private Quarter(Path folder, Plan plan, int minutes) {
        this.folder = folder;
        this.plan = plan;
        this.minutes = minutes;
    }

    /** A site is the same each time that it begins: one that begins here tells whom the plan concerns. */
    static Quarter of(Path folder, Plan plan, int days) throws Exception {
        try (WatchedSite site = WatchedSite.start(SEED, folder, columns(Set.of()))) {
            return new Quarter(folder, plan.on(site), days * Minutes.DAY);
        }
    }

    /** Lives and judges. */
    Score score() throws Exception {
        return score(this::live);
    }

    /** Judges an earlier run in the same folder once more, which takes two thirds of the time; see {@link Judge#again}. */
    Score again() throws Exception {
        return score(this::remember);
    }

    private Score score(Work work) throws Exception {
        ExecutorService judges = Executors.newFixedThreadPool(JUDGES);
        try {
            work.give(judges);
            List<Firing> firings = new ArrayList<>();
            for (Future<List<Firing>> week : judged) {
                firings.addAll(week.get());
            }
            return Score.of(plan, firings);
        } finally {
            judges.shutdownNow();
        }
    }

    private Judge judge() throws Exception {
        return Judge.by(RuleSet.others(), promtool, folder("weeks"), 1);
    }

    private Judge ofForecasts() throws Exception {
        return Judge.by(RuleSet.forecasts(), promtool, folder("forecasts"), FORECAST_EVERY);
    }

    private static Columns columns(Set<String> families) {
        return new Columns(families, WatchedSite.TARGET, ManualClock.START.getEpochSecond());
    }

    private static Span samples(int from, int to) {
        return new Span(Math.max(0, from - WARM_UP), to);
    }

    private void remember(ExecutorService judges) throws Exception {
        Judge judge = judge();
        for (int from = 0; from < minutes; from += Minutes.WEEK) {
            int week = from;
            Span samples = samples(from, Math.min(from + Minutes.WEEK, minutes));
            judged.add(judges.submit(() -> told(judge.again(samples, week), samples)));
        }
        Judge ofForecasts = ofForecasts();
        judged.add(judges.submit(() -> ofForecasts.again(new Span(0, minutes), 0)));
    }

    private List<Firing> told(List<Firing> firings, Span samples) {
        List<Firing> falseAlarms = Score.of(plan, firings).falseAlarms();
        LOG.info("judged until {}, false alarms: {}", Minutes.text(samples.to()), falseAlarms);
        return firings;
    }

    private void live(ExecutorService judges) throws Exception {
        Judge judge = judge();
        Set<String> families = new TreeSet<>(RuleSet.others().families());
        families.addAll(RuleSet.forecasts().families());
        Columns columns = columns(families);
        try (WatchedSite site = WatchedSite.start(SEED, folder, columns)) {
            Noise noise = new Noise(site, SEED);
            while (site.minute() < minutes) {
                noise.stir();
                plan.play(site);
                site.pass();
                if (site.minute() % Minutes.WEEK == 0 || site.minute() == minutes) {
                    judged.add(judges.submit(week(judge, columns, site.minute())));
                }
            }
            judged.add(judges.submit(forecasts(columns)));
        }
    }

    // The columns go on growing, so what is judged is taken out of them here and now.
    private Callable<List<Firing>> week(Judge judge, Columns columns, int to) {
        int from = (to - 1) / Minutes.WEEK * Minutes.WEEK;
        Span samples = samples(from, to);
        String series = columns.yaml(samples);
        return () -> told(judge.judge(series, samples, from), samples);
    }

    private Callable<List<Firing>> forecasts(Columns columns) throws Exception {
        Judge judge = ofForecasts();
        return () -> judge.judge(columns, new Span(0, minutes), 0);
    }

    private Path folder(String name) throws Exception {
        return Files.createDirectories(folder.resolve(name));
    }

    /** What judges are given to do. */
    private interface Work {
        void give(ExecutorService judges) throws Exception;
    }
}
