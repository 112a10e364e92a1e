package io.github.ticryptexporter.rules.quarter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.ticryptexporter.rules.quarter.Column.Span;
import org.junit.jupiter.api.Test;

class ColumnTest {
    private final Column column = new Column();

    @Test
    void whatStaysAndWhatRisesEvenlyIsOneRun() {
        put(0, 5, 5, 5, 100, 160, 220, 1.5);

        assertEquals(" 5x2 100+60x2 1.5", column.notation(new Span(0, 7), 0));
    }

    @Test
    void whatIsMissingFromAScrapeIsStaleAtOnce() {
        put(0, 1, 1);
        put(5, 1);

        assertEquals(" 1x1 stale _x2 1 stale _x1", column.notation(new Span(0, 8), 0));
    }

    @Test
    void aPieceBeginsInTheMiddleOfARunAndItsTimesWithZero() {
        put(0, 60, 120, 180, 240);

        assertEquals(" 0+60x1", column.notation(new Span(1, 3), 120));
    }

    @Test
    void aPieceWithoutSamplesIsEmpty() {
        put(0, 1);

        assertEquals("", column.notation(new Span(1, 3), 0));
    }

    @Test
    void fractionsAreNotAddedUp() {
        put(0, 0.1, 0.2, 0.2);

        assertEquals(" 0.1 0.2x1", column.notation(new Span(0, 3), 0));
    }

    @Test
    void thinnedOutTheSamplesOfWholeStepsStay() {
        put(3, 1, 2, 3, 4, 5, 6, 7, 8);

        assertEquals(" _x1 3+5x1", column.every(5).notation(new Span(0, 3), 0));
    }

    private void put(int step, double... values) {
        for (int index = 0; index < values.length; index++) {
            column.put(step + index, values[index]);
        }
    }
}
