package io.github.ticryptexporter;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.jspecify.annotations.Nullable;

/**
 * Counts lines of a kind beyond the first few of a minute instead of having them written: what strangers' requests set off
 * could fill the disk, while what a person does twice is to be seen twice. Of a kind are equal lines of the exporter and all
 * lines of one logger of a library, whose words may be a stranger's. Debug lines are not counted.
 */
final class Repeats {

    static final int MOST_A_MINUTE = 5;

    private static final Duration MINUTE = Duration.ofMinutes(1);

    /** Far more than the exporter has to say at a time; the one heard of longest ago is forgotten, with its count. */
    private static final int MOST_KINDS = 500;

    private final Map<Kind, Tally> tallies = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Kind, Tally> eldest) {
            return size() > MOST_KINDS;
        }
    };

    private record Kind(@Nullable String logger, Level level, String text) {}

    private static final class Tally {
        private Instant since = Instant.MIN;
        private int written;
        private long leftOut;
    }

    /**
     * Takes in a record.
     *
     * @param text by which records of one logger and level are told apart
     * @return how many of its kind were left out since one was written last; empty when this one is to be left out too
     */
    synchronized OptionalLong leftOutBefore(LogRecord record, String text) {
        if (record.getLevel().intValue() < Level.INFO.intValue()) {
            return OptionalLong.of(0);
        }
        Kind kind = new Kind(record.getLoggerName(), record.getLevel(), text);
        return count(tallies.computeIfAbsent(kind, first -> new Tally()), record.getInstant());
    }

    private static OptionalLong count(Tally tally, Instant now) {
        // A clock that was set back begins a new minute too.
        if (now.isBefore(tally.since) || !now.isBefore(tally.since.plus(MINUTE))) {
            tally.since = now;
            tally.written = 0;
        }
        if (tally.written == MOST_A_MINUTE) {
            tally.leftOut++;
            return OptionalLong.empty();
        }
        tally.written++;
        long leftOut = tally.leftOut;
        tally.leftOut = 0;
        return OptionalLong.of(leftOut);
    }
}
