package io.github.ticryptexporter.dashboards;

import java.util.Map;

/** Where the next panel lies: from left to right, and on a new line when it does not fit. */
final class Grid {
    static final int WIDTH = 24;

    private int x;
    private int y;
    private int lineHeight;

    Map<String, Object> place(int width, int height) {
        if (x + width > WIDTH) {
            nextLine();
        }
        Map<String, Object> place = Map.of("x", x, "y", y, "w", width, "h", height);
        x += width;
        lineHeight = Math.max(lineHeight, height);
        return place;
    }

    void nextLine() {
        x = 0;
        y += lineHeight;
        lineHeight = 0;
    }
}
