package io.github.ticryptexporter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.ticryptexporter.testing.ManualClock;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Equal lines are written a few times a minute and counted beyond that. */
class RepeatsTest {

    private static final OptionalLong LEFT_OUT = OptionalLong.empty();

    private final ManualClock clock = new ManualClock();
    private final Repeats repeats = new Repeats();

    @Test
    void whatAPersonDoesTwiceIsSeenTwice() {
        assertEquals(writtenTimes(2), say(2, Level.WARNING, "the configuration is refused"));
    }

    @Test
    void beyondTheFirstFewOfAMinuteLinesAreCountedAndTheCountIsToldWithTheNext() {
        assertEquals(writtenTimes(5), say(5, Level.SEVERE, "a request failed"));
        assertEquals(
                IntStream.range(0, 100).mapToObj(i -> LEFT_OUT).toList(), say(100, Level.SEVERE, "a request failed"));
        clock.advance(Duration.ofSeconds(60));
        assertEquals(List.of(OptionalLong.of(100), OptionalLong.of(0)), say(2, Level.SEVERE, "a request failed"));
    }

    @Test
    void linesThatDifferInAnythingAreNotEqual() {
        say(5, Level.WARNING, "cannot read drives");
        assertEquals(writtenTimes(1), say(1, Level.WARNING, "cannot read teams"));
        assertEquals(writtenTimes(1), say(1, Level.SEVERE, "cannot read drives"));
        LogRecord other = record(Level.WARNING, "cannot read drives");
        other.setLoggerName("io.github.ticryptexporter.Exporter");
        assertEquals(OptionalLong.of(0), repeats.leftOutBefore(other, "cannot read drives"));
        assertEquals(List.of(LEFT_OUT), say(1, Level.WARNING, "cannot read drives"));
    }

    @Test
    void debugLinesAreAllWritten() {
        assertEquals(writtenTimes(50), say(50, Level.FINE, "where it failed"));
    }

    @Test
    void aClockThatIsSetBackBeginsANewMinute() {
        say(6, Level.WARNING, "cannot read drives");
        clock.advance(Duration.ofHours(-1));
        assertEquals(List.of(OptionalLong.of(1)), say(1, Level.WARNING, "cannot read drives"));
    }

    @Test
    void whatIsRememberedIsBounded() {
        say(6, Level.WARNING, "cannot read drives");
        IntStream.range(0, 500).forEach(i -> say(1, Level.WARNING, "line " + i));
        assertEquals(writtenTimes(1), say(1, Level.WARNING, "cannot read drives"));
    }

    private List<OptionalLong> say(int times, Level level, String text) {
        return IntStream.range(0, times)
                .mapToObj(i -> repeats.leftOutBefore(record(level, text), text))
                .toList();
    }

    private LogRecord record(Level level, String text) {
        LogRecord record = new LogRecord(level, text);
        record.setLoggerName("io.github.ticryptexporter.poll.Poller");
        record.setInstant(clock.instant());
        return record;
    }

    private static List<OptionalLong> writtenTimes(int times) {
        return IntStream.range(0, times).mapToObj(i -> OptionalLong.of(0)).toList();
    }
}
