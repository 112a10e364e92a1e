package io.github.ticryptexporter.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnitsTest {

    @ParameterizedTest
    @CsvSource({"250ms, PT0.25S", "90s, PT1M30S", "5m, PT5M", "2h, PT2H", "3d, P3D"})
    void everyUnitOfTimeIsReadAndWritten(String text, Duration duration) {
        assertEquals(Optional.of(duration), DurationText.parse(text));
        assertEquals(text, DurationText.format(duration));
    }

    @ParameterizedTest
    @CsvSource({"PT1M, 1m", "PT24H, 1d", "PT0S, 0ms", "PT1.5S, 1500ms"})
    void aDurationIsWrittenInItsLargestWholeUnit(Duration duration, String text) {
        assertEquals(text, DurationText.format(duration));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5", "s", "-5s", "1.5s", "5 s", "5S", "1m30s", "5w", "5000000000000s"})
    void otherTextIsNoDuration(String text) {
        assertEquals(Optional.empty(), DurationText.parse(text));
    }

    @ParameterizedTest
    @CsvSource({"1000, 1000", "3KiB, 3072", "64MiB, 67108864", "1GiB, 1073741824", "1TiB, 1099511627776"})
    void everyUnitOfSizeIsReadAndWritten(String text, long bytes) {
        assertEquals(OptionalLong.of(bytes), SizeText.parse(text));
        assertEquals(text, SizeText.format(bytes));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "GiB", "-1", "1.5GiB", "1 GiB", "1gib", "1GB", "1G", "99999999TiB"})
    void otherTextIsNoSize(String text) {
        assertEquals(OptionalLong.empty(), SizeText.parse(text));
    }
}
