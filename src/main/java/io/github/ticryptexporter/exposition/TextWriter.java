package io.github.ticryptexporter.exposition;

import io.github.ticryptexporter.exposition.Utf8Writer.Escapes;
import io.github.ticryptexporter.metrics.Distribution;
import io.github.ticryptexporter.metrics.ExposedFamily;
import io.github.ticryptexporter.metrics.FamilyType;
import io.github.ticryptexporter.metrics.Samples;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The formats of lines: text, in which an info is a gauge, and OpenMetrics, in which a family goes without the
 * {@code _total} or {@code _info} of its samples.
 */
enum TextWriter implements FamilyWriter {
    TEXT {
        @Override
        void head(ExposedFamily family, Utf8Writer out) throws IOException {
            String type = family.type() == FamilyType.INFO
                    ? FamilyType.GAUGE.label()
                    : family.type().label();
            line(out, "# HELP ", family.name(), family.help(), Escapes.LINE);
            line(out, "# TYPE ", family.name(), type, Escapes.NONE);
        }
    },
    OPENMETRICS {
        @Override
        void head(ExposedFamily family, Utf8Writer out) throws IOException {
            line(out, "# TYPE ", family.baseName(), family.type().label(), Escapes.NONE);
            if (family.unit().isPresent()) {
                line(out, "# UNIT ", family.baseName(), family.unit().get(), Escapes.NONE);
            }
            line(out, "# HELP ", family.baseName(), family.help(), Escapes.QUOTED);
        }
    };

    private static final byte[] INFINITE_BUCKET = ascii("le=\"+Inf\"");

    abstract void head(ExposedFamily family, Utf8Writer out) throws IOException;

    @Override
    public void write(List<ExposedFamily> families, OutputStream out) throws IOException {
        Utf8Writer text = new Utf8Writer(out);
        for (ExposedFamily family : families) {
            head(family, text);
            new Lines(family, text).write();
        }
        text.flush();
    }

    private static void line(Utf8Writer out, String keyword, String name, String value, Escapes escapes)
            throws IOException {
        out.put(keyword).put(name).put(' ').put(value, escapes).put('\n');
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** The sample lines of one family. */
    private static final class Lines {
        private final ExposedFamily family;
        private final Samples samples;
        private final Utf8Writer out;
        private final int[] columns;
        /** What stands before the value of each column: {@code name="}. */
        private final byte[][] names;

        Lines(ExposedFamily family, Utf8Writer out) {
            this.family = family;
            this.samples = family.samples();
            this.out = out;
            this.columns = family.columnsByName();
            this.names =
                    family.labels().stream().map(label -> ascii(label + "=\"")).toArray(byte[][]::new);
        }

        void write() throws IOException {
            byte[] name = ascii(family.name());
            for (int row = 0; row < samples.size(); row++) {
                switch (family.type()) {
                    case GAUGE, COUNTER, INFO -> value(name, row, samples.value(row));
                    case HISTOGRAM, SUMMARY -> distribution(row, samples.distribution(row));
                }
            }
        }

        private void value(byte[] name, int row, double value) throws IOException {
            out.put(name);
            labels(row);
            out.put(' ').put(value).put('\n');
        }

        private void distribution(int row, Distribution distribution) throws IOException {
            if (family.type() == FamilyType.HISTOGRAM) {
                for (int i = 0; i < distribution.bounds().size(); i++) {
                    bucket(
                            row,
                            ascii("le=\"" + distribution.bounds().get(i) + '"'),
                            distribution.cumulative().get(i));
                }
                bucket(row, INFINITE_BUCKET, distribution.count());
            }
            value(ascii(family.name() + "_count"), row, (double) distribution.count());
            value(ascii(family.name() + "_sum"), row, distribution.sum());
        }

        private void bucket(int row, byte[] bound, long count) throws IOException {
            out.put(family.name()).put("_bucket{");
            for (int column : columns) {
                label(row, column);
                out.put(',');
            }
            out.put(bound).put("} ").put(count).put('\n');
        }

        private void labels(int row) throws IOException {
            char before = '{';
            for (int column : columns) {
                out.put(before);
                label(row, column);
                before = ',';
            }
            if (columns.length > 0) {
                out.put('}');
            }
        }

        private void label(int row, int column) throws IOException {
            out.put(names[column])
                    .put(samples.label(row, column), Escapes.QUOTED)
                    .put('"');
        }
    }
}
