package io.github.ticryptexporter.exposition;

import io.github.ticryptexporter.metrics.Distribution;
import io.github.ticryptexporter.metrics.ExposedFamily;
import io.github.ticryptexporter.metrics.FamilyType;
import io.github.ticryptexporter.metrics.Rows;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Families of each type whose texts and numbers are what writers and parsers stumble over. */
final class OddFamilies {
    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "\"",
            "\\",
            "\n",
            "\r",
            "\t",
            "\\n",
            "\\\"",
            "ends in \\",
            "} 1",
            "a,b=\"c\"",
            "{le=\"1\"}",
            "é",
            "\u0001",
            "\u007f",
            "\u0085\u2028",
            "漢字",
            "\ud83d\ude00",
            "\ud83d\ude00\"\ud83d\ude00\\",
            "é".repeat(9_000),
            "x\ud83d\ude00".repeat(5_000));

    private static final double[] NUMBERS = {
        0,
        -0.0,
        1,
        -1,
        0.1,
        1.0 / 3,
        -2.5,
        Double.NaN,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        Double.MIN_VALUE,
        -Double.MIN_VALUE,
        Double.MIN_NORMAL / 3,
        Double.MAX_VALUE,
        1e300,
        1e15 + 0.5,
        0x1p53 - 1,
        0x1p53,
        -0x1p53,
        0x1p53 + 2,
        0x1p63,
        1_700_000_000.123,
        1_700_000_000.001,
        1_700_000_000.1,
        0.001,
        0.999,
        999.9995,
        -1_700_000_000.123
    };

    private static final int SAMPLES = 300;

    private OddFamilies() {}

    /** The same each time; by name. */
    static List<ExposedFamily> all() {
        Random random = new Random(1);
        return List.of(
                family("odd_build_info", FamilyType.INFO, info(random)),
                family("odd_failures_total", FamilyType.COUNTER, counter(random)),
                family(
                        "odd_latency_seconds",
                        FamilyType.HISTOGRAM,
                        distributions(random, List.of(0.005, 0.1, 1.0, 10.0))),
                family("odd_numbers", FamilyType.GAUGE, gauge(random)),
                family("odd_pauses_seconds", FamilyType.SUMMARY, distributions(random, List.of())),
                Families.family("odd_space_bytes", FamilyType.GAUGE, "Without a label.", single()));
    }

    /** Labels are not by name, so that columns and order of labels differ. */
    private static ExposedFamily family(String name, FamilyType type, Rows rows) {
        return Families.family(
                name, type, "Odd \"help\", \\n and\na second line of é.", rows, "text", "number", "Upper");
    }

    private static Rows gauge(Random random) {
        Rows rows = new Rows();
        for (int i = 0; i < NUMBERS.length; i++) {
            rows.set(NUMBERS[i], "", Integer.toString(i), "");
        }
        for (int i = 0; i < SAMPLES; i++) {
            rows.set(Double.longBitsToDouble(random.nextLong()), labels(random, "bits" + i));
            rows.set(random.nextInt(2_000_000_000) / 1000.0, labels(random, "millis" + i));
        }
        return rows;
    }

    private static Rows counter(Random random) {
        Rows rows = new Rows();
        for (int i = 0; i < SAMPLES; i++) {
            rows.set(Math.floor(Math.exp(random.nextDouble() * 40)), labels(random, "count" + i));
        }
        return rows;
    }

    private static Rows info(Random random) {
        Rows rows = new Rows();
        for (String text : TEXTS) {
            for (String other : TEXTS) {
                rows.set(1.0, text, other.length() > 100 ? "long" : other, "");
            }
        }
        rows.set(1.0, labels(random, "last"));
        return rows;
    }

    private static Rows distributions(Random random, List<Double> bounds) {
        Rows rows = new Rows();
        for (int i = 0; i < SAMPLES; i++) {
            long[] counts =
                    random.longs(bounds.size() + 1L, 0, 1L << (i % 50)).sorted().toArray();
            List<Long> cumulative =
                    Arrays.stream(counts).limit(bounds.size()).boxed().toList();
            rows.set(
                    new Distribution(bounds, cumulative, counts[bounds.size()], Math.exp(random.nextGaussian() * 50)),
                    labels(random, "row" + i));
        }
        return rows;
    }

    private static Rows single() {
        Rows rows = new Rows();
        rows.set(1.5);
        return rows;
    }

    private static String[] labels(Random random, String unique) {
        return new String[] {text(random), unique, text(random)};
    }

    private static String text(Random random) {
        return TEXTS.get(random.nextInt(TEXTS.size() - 2));
    }
}
