package io.github.ticryptexporter.status;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InWordsTest {

    @ParameterizedTest
    @CsvSource({
        "-5, 0 s",
        "119, 119 s",
        "120, 2 min",
        "7199, 119 min",
        "7200, 2 h",
        "172799, 47 h",
        "172800, 2 d",
        "864000, 10 d"
    })
    void aDurationIsRoundedDownToItsUnit(long seconds, String words) {
        assertEquals(words, InWords.duration(Duration.ofSeconds(seconds)));
    }

    @ParameterizedTest
    @CsvSource({"90, 60, 1.5 intervals", "-1, 60, 0.0 intervals", "60, 60, 1.0 intervals", "1, 0, 1000.0 intervals"})
    void anAgeIsGivenInIntervals(long age, long interval, String words) {
        assertEquals(words, InWords.intervals(Duration.ofSeconds(age), Duration.ofSeconds(interval)));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0 bytes",
        "1023, 1023 bytes",
        "1024, 1 KiB",
        "1536, 1.5 KiB",
        "958698881024, 892.9 GiB",
        "1099511627776, 1 TiB",
        "9223372036854775807, 8 EiB"
    })
    void bytesHaveTheUnitThatFits(double bytes, String words) {
        assertEquals(words, InWords.bytes(bytes).replace(",", ""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"0|0", "874|874", "200000|200,000", "2.5|2.5"})
    void numbersAreGrouped(double number, String words) {
        assertEquals(words, InWords.number(number));
    }

    @Test
    void anInstantIsForPeopleAndPrograms() {
        assertEquals(
                "<time datetime=\"2026-03-01T12:00:00Z\">2026-03-01 12:00:00 UTC</time>",
                InWords.time(Instant.parse("2026-03-01T12:00:00Z")).markup());
    }
}
