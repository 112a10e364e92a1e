package io.github.ticryptexporter.month;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("e2e")
class MonthIT {
    public static void main(String[] args) throws Exception {
        long t = System.nanoTime();
        Month.make();
        System.err.println("MADE in " + (System.nanoTime() - t) / 1_000_000);
    }

    @Test
    void x() {}
}
