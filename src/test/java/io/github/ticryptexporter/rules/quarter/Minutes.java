package io.github.ticryptexporter.rules.quarter;

/** Minutes of a history, and how they are written. */
final class Minutes {
    static final int HOUR = 60;
    static final int DAY = 24 * HOUR;
    static final int WEEK = 7 * DAY;

    private Minutes() {}

    /** A point in time, such as {@code day 17, 05:40}. */
    static String text(int minute) {
        return "day %d, %02d:%02d".formatted(minute / DAY, minute % DAY / HOUR, minute % HOUR);
    }
}
