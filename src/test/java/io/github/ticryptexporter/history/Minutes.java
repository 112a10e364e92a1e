package io.github.ticryptexporter.history;

/** Minutes of a history, and how they are written. */
public final class Minutes {
    public static final int HOUR = 60;
    public static final int DAY = 24 * HOUR;
    public static final int WEEK = 7 * DAY;

    private Minutes() {}

    /** A point in time, such as {@code day 17, 05:40}. */
    public static String text(int minute) {
        return "day %d, %02d:%02d".formatted(minute / DAY, minute % DAY / HOUR, minute % HOUR);
    }
}
