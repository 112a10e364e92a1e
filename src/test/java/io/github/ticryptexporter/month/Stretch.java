package io.github.ticryptexporter.month;

import static io.github.ticryptexporter.history.Minutes.DAY;
import static io.github.ticryptexporter.history.Minutes.HOUR;

import io.github.ticryptexporter.endtoend.PrometheusServer;
import io.github.ticryptexporter.testing.ManualClock;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A part of the month with samples at equal distances: what was long ago is seen from afar.
 *
 * @param from minutes from the beginning of the month
 * @param to the first minute that is not in it
 * @param every minutes from one sample to the next
 * @param polls minutes from one poll to the next, between which samples stay as they are
 */
record Stretch(int from, int to, int every, int polls) {
    /** So that it ends on a Wednesday at three in the afternoon. */
    static final int MINUTES = 31 * DAY + 3 * HOUR;

    private static final int BEAT = 10;

    static final List<Stretch> MONTH = List.of(
            new Stretch(0, MINUTES - 7 * DAY, 30, 30),
            new Stretch(MINUTES - 7 * DAY, MINUTES - DAY, 5, 15),
            new Stretch(MINUTES - DAY, MINUTES + 1, 1, 2));

    /** When the month ends, in seconds since 1970, which is when dashboards are looked at. */
    static final long END = second(MINUTES);

    /** The seconds of these, in their order. */
    static List<Long> seconds(List<Stretch> stretches) {
        return stretches.stream()
                .flatMap(part -> IntStream.iterate(part.from, minute -> minute < part.to, minute -> minute + part.every)
                        .mapToObj(Stretch::second))
                .toList();
    }

    static Stretch of(int minute) {
        return MONTH.stream()
                .filter(part -> minute >= part.from && minute < part.to)
                .findFirst()
                .orElseThrow();
    }

    boolean hasSampleAt(int minute) {
        return (minute - from) % every == 0;
    }

    boolean isPolledAt(int minute) {
        return minute % polls == 0;
    }

    /** Whether anything happens in this minute; what incidents need is begun and ended on a whole ten minutes. */
    boolean isLivedAt(int minute) {
        return minute % Math.min(every, BEAT) == 0;
    }

    static long second(int minute) {
        return ManualClock.START.getEpochSecond() + minute * 60L;
    }

    /** To be asked of a server: what is in it at its own distances. */
    PrometheusServer.Range range() {
        return new PrometheusServer.Range(second(from), second(to - 1), 60L * every);
    }
}
