package io.github.ticryptexporter.month;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.ticryptexporter.endtoend.PrometheusServer;
import io.github.ticryptexporter.endtoend.Release;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How long the pages take at a site of two thousand teams, and how many rows and lines they have there. */
@Tag("long")
class DashboardSpeedIT {
    private static final Logger LOG = LoggerFactory.getLogger(DashboardSpeedIT.class);
    private static final int ROUNDS = 5;

    /** Rows of a table: ten times what Top says at first. No graph has as many lines. */
    private static final int MOST_ROWS = 100;

    @Test
    void pagesOfALargeSiteAreTimedAndNoneIsEndless(@TempDir Path large, @TempDir Path small) throws Exception {
        Month.make();
        LargeSite.make(large);
        Set<String> endless = new TreeSet<>();
        try (PrometheusServer ten = MonthServer.ofCopy(Release.FORKY.prometheus(), Month.FOLDER, small);
                PrometheusServer thousands = MonthServer.of(Release.FORKY.prometheus(), large)) {
            for (Page page : Page.all()) {
                long ofLarge = median(page, thousands, endless);
                long ofSmall = median(page, ten, new TreeSet<>());
                LOG.info(
                        "MEASURED {}: {} queries one after the other, {} ms; of ten teams {} ms",
                        page.uid(),
                        page.questions().size(),
                        ofLarge,
                        ofSmall);
            }
        }

        assertEquals(Set.of(), endless);
    }

    private static long median(Page page, PrometheusServer server, Set<String> endless) {
        Choice choice = Choice.broad(page, server).get(0);
        return LongStream.generate(() -> millis(page, server, choice, endless))
                .limit(ROUNDS)
                .sorted()
                .skip(ROUNDS / 2)
                .findFirst()
                .orElseThrow();
    }

    private static long millis(Page page, PrometheusServer server, Choice choice, Set<String> endless) {
        long start = System.nanoTime();
        for (Question question : page.questions()) {
            if (question.ask(server, choice).size() > MOST_ROWS) {
                endless.add(question.place());
            }
        }
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    }
}
