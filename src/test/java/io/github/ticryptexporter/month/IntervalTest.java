package io.github.ticryptexporter.month;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Grafana would ask of a data source that scrapes each minute. */
class IntervalTest {
    @ParameterizedTest
    @CsvSource({"6h, 640, 60", "24h, 640, 120", "7d, 640, 900", "7d, 1280, 600", "30d, 640, 3600", "30d, 11000, 300"})
    void distancesAreRound(String range, int pixels, int seconds) {
        assertEquals(seconds, Interval.between(Page.seconds(range), pixels));
    }

    @ParameterizedTest
    @CsvSource({"60, 240", "120, 240", "900, 960"})
    void ratesSpanFourScrapesOrMore(int step, int seconds) {
        assertEquals(seconds, Interval.ofRates(step));
    }
}
