package io.github.ticryptexporter.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {

    @ParameterizedTest
    @CsvSource({
        "drives, drives, 0",
        "drive, drives, 1",
        "drivess, drives, 1",
        "drivez, drives, 1",
        "drvies, drives, 1",
        "'', drives, 6",
        "kitten, sitting, 3",
    })
    void distanceCountsEditsAndSwaps(String from, String to, int edits) {
        assertEquals(edits, Spelling.distance(from, to));
        assertEquals(edits, Spelling.distance(to, from));
    }

    @Test
    void ofTwoThatAreEquallyNearTheFirstInTheAlphabetIsNamed() {
        assertEquals(Optional.of("bat"), Spelling.nearest("at", List.of("cat", "bat")));
    }

    @Test
    void whereNothingIsKnownNothingIsNear() {
        assertEquals(Optional.empty(), Spelling.nearest("drives", List.of()));
    }
}
