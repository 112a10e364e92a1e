package io.github.ticryptexporter.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names, ranks and times on their way into a sample. */
class LabelTextTest {

    @Test
    void aNameLosesEveryControlCharacter() {
        assertEquals("TeamName", DisplayName.of("\u0000Te\nam\r\t\u007f\u0085Na\u009bme\u001b"));
    }

    @Test
    void aNameLosesWhatEndsALineOrTurnsItsDirection() {
        assertEquals("TeamName", DisplayName.of("Te\u2028am\u2029\u202eNa\u2066me\u2069"));
    }

    @Test
    void aNameKeepsAllElse() {
        assertEquals("Équipe \"7\" \\ {x} 😀", DisplayName.of("Équipe \"7\" \\ {x} 😀"));
    }

    @Test
    void aNameIsCutAtAHundredCharactersNeverWithinOne() {
        assertEquals("a".repeat(100), DisplayName.of("a".repeat(101)));
        assertEquals("😀".repeat(100), DisplayName.of("😀".repeat(101)));
        assertEquals("", DisplayName.of(""));
    }

    @ParameterizedTest
    @CsvSource({
        "PT0S, 0",
        "PT0.5S, 0.5",
        "PT-0.5S, -0.5",
        "PT0.000000001S, 1.0E-9",
        "PT4.35S, 4.35",
        "PT-3S, -3",
        "PT25000000H, 9.0E10",
        "PT-25000000H, -9.0E10",
        "PT16.1S, 16.1"
    })
    void aDurationOfAnyLengthIsASecondsValue(Duration duration, double seconds) {
        assertEquals(seconds, Seconds.of(duration));
    }

    @ParameterizedTest
    @CsvSource({
        "1970-01-01T00:00:00Z, 0",
        "1969-12-31T23:59:59.500Z, -0.5",
        "2026-03-01T12:00:00.123Z, 1772366400.123",
        "9999-12-31T23:59:59Z, 253402300799"
    })
    void anInstantIsUnixSeconds(Instant instant, double seconds) {
        assertEquals(seconds, Seconds.of(instant));
    }

    @Test
    void theCommonestAreRankedByCountThenByValue() {
        assertEquals(Map.of("b", 3L, "a", 1L, "other", 2L), Commonest.of(List.of("c", "b", "a", "b", "d", "b"), 2));
    }

    @Test
    void aValueThatIsItselfOtherIsNotLost() {
        assertEquals(Map.of("other", 3L), Commonest.of(List.of("other", "other", "z"), 1));
    }

    @Test
    void nothingIsOtherWhileThereIsRoom() {
        assertEquals(Map.of("a", 1L, "b", 1L), Commonest.of(List.of("b", "a"), 2));
        assertEquals(Map.of(), Commonest.of(List.of(), 2));
    }

    @Test
    void aValueUnfitForALabelIsAmongTheRestHoweverCommonAndTakesNobodysPlace() {
        assertEquals(
                Map.of("a", 2L, "b", 1L, "other", 4L),
                Commonest.of(List.of("?", "?", "?", "a", "a", "b", "c"), 2, value -> !value.equals("?")));
    }
}
