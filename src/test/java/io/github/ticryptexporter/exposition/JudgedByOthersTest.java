package io.github.ticryptexporter.exposition;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.ticryptexporter.testing.Tool;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The formats as the parsers of others read them. */
final class JudgedByOthersTest {
    private static final String PARSE_OPENMETRICS = """
            import sys
            from prometheus_client.openmetrics.parser import text_string_to_metric_families
            for family in text_string_to_metric_families(sys.stdin.read()):
                for sample in family.samples:
                    print(family.type, sample.name, float(sample.value))
            """;

    private final Exposition exposition = new Exposition(Families::ofTheExporter, System::nanoTime);

    @BeforeEach
    void publish() {
        exposition.publish(Families.ofAFleet(), Families::ofAFleet);
    }

    @Test
    void promtoolFindsNothingToSayAboutTheText() {
        Tool promtool = Tool.of(Tool.require("promtool"), "check", "metrics");

        assertEquals(new Tool.Verdict(0, ""), promtool.judge(Bodies.text(exposition.scrape(ScrapeRequest.PLAIN))));
    }

    @Test
    void theReferenceParserReadsTheOpenMetrics() {
        Tool parser = Tool.of(Tool.requirePython("prometheus_client"), "-c", PARSE_OPENMETRICS);
        ScrapeRequest request = new ScrapeRequest("application/openmetrics-text", "gzip", Set.of());

        assertEquals(new Tool.Verdict(0, """
                        gauge ticrypt_drives 0.0
                        gauge ticrypt_drives 3.0
                        counter ticrypt_poll_failures_total 2.0
                        info ticrypt_team_info 1.0
                        gauge jvm_threads_live_threads 17.0
                        """), parser.judge(Bodies.text(exposition.scrape(request))));
    }
}
