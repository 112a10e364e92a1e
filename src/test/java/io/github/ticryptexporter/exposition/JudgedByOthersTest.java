package io.github.ticryptexporter.exposition;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.ticryptexporter.metrics.SmallSite;
import io.github.ticryptexporter.testing.Tool;
import java.io.IOException;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The formats as the programs of others read them: a small site, and what they may stumble over. */
final class JudgedByOthersTest {
    private final Exposition exposition = new Exposition(OddFamilies::all, System::nanoTime);

    @BeforeEach
    void publish() {
        exposition.publish(SmallSite.families(), SmallSite::families);
    }

    @Test
    void promtoolFindsNothingToSayAboutTheText() {
        Tool promtool = Tool.of(Tool.require("promtool"), "check", "metrics");

        assertEquals(new Tool.Verdict(0, ""), promtool.judge(text()));
    }

    @Test
    void theNextPromtoolReadsItToo() {
        Tool promtool = Tool.of(Tool.requireFrom("forky", "promtool"), "check", "metrics");

        assertEquals(new Tool.Verdict(0, ""), promtool.judge(text()));
    }

    @Test
    void pythonReadsTheSameSamplesInText() throws IOException {
        assertEquals(expected(), PythonParser.ofText().samples(text()));
    }

    @Test
    void pythonReadsTheSameSamplesInOpenMetrics() throws IOException {
        ScrapeRequest request = new ScrapeRequest("application/openmetrics-text", "gzip", Set.of());

        assertEquals(expected(), PythonParser.ofOpenMetrics().samples(Bodies.text(exposition.scrape(request))));
    }

    private String text() {
        return Bodies.text(exposition.scrape(ScrapeRequest.PLAIN));
    }

    private static SeriesValues expected() {
        return SeriesValues.of(Stream.concat(SmallSite.families().stream(), OddFamilies.all().stream())
                .toList());
    }
}
