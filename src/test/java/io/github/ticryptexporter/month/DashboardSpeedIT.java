package io.github.ticryptexporter.month;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.ticryptexporter.endtoend.PrometheusServer;
import io.github.ticryptexporter.endtoend.Release;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How long the pages take at a site of two thousand teams, and how many rows and lines they have there. */
@Tag("long")
class DashboardSpeedIT {
    private static final Logger LOG = LoggerFactory.getLogger(DashboardSpeedIT.class);
    private static final int ROUNDS = 3;

    @Test
    void pagesOfALargeSiteAreTimed(@TempDir Path folder) throws Exception {
        LargeSite.make(folder);
        try (PrometheusServer server = MonthServer.of(Release.FORKY.prometheus(), folder)) {
            for (Page page : Page.all()) {
                Choice choice = Choice.broad(page, server).get(0);
                for (int round = 1; round <= ROUNDS; round++) {
                    report(page, round, server, choice);
                }
            }
        }
    }

    private static void report(Page page, int round, PrometheusServer server, Choice choice) {
        Map<String, Long> millis = new LinkedHashMap<>();
        int most = 0;
        String longest = "";
        for (Question question : page.questions()) {
            long start = System.nanoTime();
            JsonNode answer = question.ask(server, choice);
            millis.put(question.place(), (System.nanoTime() - start) / 1_000_000);
            if (answer.size() > most) {
                most = answer.size();
                longest = question.place();
            }
        }
        Map.Entry<String, Long> slowest =
                millis.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
        LOG.info(
                "MEASURED {} round {}: {} queries in {} ms, slowest {} in {} ms; most series {} in {}",
                page.uid(),
                round,
                millis.size(),
                millis.values().stream().mapToLong(one -> one).sum(),
                slowest.getKey(),
                slowest.getValue(),
                most,
                longest);
    }
}
