package io.github.ticryptexporter.exposition;

import io.github.ticryptexporter.metrics.Distribution;
import io.github.ticryptexporter.metrics.ExposedFamily;
import io.github.ticryptexporter.metrics.FamilyType;
import io.github.ticryptexporter.metrics.Samples;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Protobuf: a message {@code MetricFamily} of client_model's {@code metrics.proto} for each family, its length before it.
 * Families have the names of the text format, and an info is a gauge as there.
 *
 * <p>Lengths are added up in a first pass over the samples, so that no message is ever held.
 */
final class ProtobufWriter implements FamilyWriter {

    @Override
    public void write(List<ExposedFamily> families, OutputStream out) throws IOException {
        WireWriter wire = new WireWriter(out);
        for (ExposedFamily family : families) {
            new Message(family, wire).write();
        }
        wire.flush();
    }

    /** One {@code MetricFamily}; the constants are numbers of fields, message by message. */
    private static final class Message {
        private static final int NAME = 1;
        private static final int HELP = 2;
        private static final int TYPE = 3;
        private static final int METRIC = 4;
        private static final int UNIT = 5;

        private static final int METRIC_LABEL = 1;

        private static final int LABEL_NAME = 1;
        private static final int LABEL_VALUE = 2;

        private static final int SIMPLE_VALUE = 1;

        private static final int COUNT = 1;
        private static final int SUM = 2;
        private static final int BUCKET = 3;

        private static final int BUCKET_COUNT = 1;
        private static final int BUCKET_BOUND = 2;

        private final ExposedFamily family;
        private final Samples samples;
        private final WireWriter out;
        private final int[] columns;
        /** How long the name of each column is as a field. */
        private final long[] names;

        Message(ExposedFamily family, WireWriter out) {
            this.family = family;
            this.samples = family.samples();
            this.out = out;
            this.columns = family.columnsByName();
            this.names = family.labels().stream().mapToLong(WireWriter::text).toArray();
        }

        void write() throws IOException {
            out.putLength(length());
            out.putText(NAME, family.name()).putText(HELP, family.help()).putWhole(TYPE, type(family.type()));
            for (int row = 0; row < samples.size(); row++) {
                metric(row);
            }
            if (family.unit().isPresent()) {
                out.putText(UNIT, family.unit().get());
            }
        }

        private long length() {
            long head = WireWriter.text(family.name())
                    + WireWriter.text(family.help())
                    + WireWriter.whole(type(family.type()))
                    + family.unit().map(WireWriter::text).orElse(0L);
            return head
                    + IntStream.range(0, samples.size())
                            .mapToLong(row -> WireWriter.message(metricLength(row)))
                            .sum();
        }

        private void metric(int row) throws IOException {
            out.putMessage(METRIC, metricLength(row));
            for (int column : columns) {
                out.putMessage(METRIC_LABEL, labelLength(row, column))
                        .putText(LABEL_NAME, family.labels().get(column))
                        .putText(LABEL_VALUE, samples.label(row, column));
            }
            out.putMessage(value(family.type()), valueLength(row));
            switch (family.type()) {
                case GAUGE, COUNTER, INFO -> out.putReal(SIMPLE_VALUE, samples.value(row));
                case HISTOGRAM, SUMMARY -> distribution(samples.distribution(row));
            }
        }

        private long metricLength(int row) {
            long length = WireWriter.message(valueLength(row));
            for (int column : columns) {
                length += WireWriter.message(labelLength(row, column));
            }
            return length;
        }

        private long labelLength(int row, int column) {
            return names[column] + WireWriter.text(samples.label(row, column));
        }

        private long valueLength(int row) {
            return switch (family.type()) {
                case GAUGE, COUNTER, INFO -> WireWriter.real();
                case HISTOGRAM, SUMMARY -> distributionLength(samples.distribution(row));
            };
        }

        /** The bucket without a bound goes without saying: it holds the count. */
        private void distribution(Distribution distribution) throws IOException {
            out.putWhole(COUNT, distribution.count()).putReal(SUM, distribution.sum());
            for (int i = 0; i < distribution.bounds().size(); i++) {
                long count = distribution.cumulative().get(i);
                out.putMessage(BUCKET, bucketLength(count))
                        .putWhole(BUCKET_COUNT, count)
                        .putReal(BUCKET_BOUND, distribution.bounds().get(i));
            }
        }

        private static long distributionLength(Distribution distribution) {
            long length = WireWriter.whole(distribution.count()) + WireWriter.real();
            for (long count : distribution.cumulative()) {
                length += WireWriter.message(bucketLength(count));
            }
            return length;
        }

        private static long bucketLength(long count) {
            return WireWriter.whole(count) + WireWriter.real();
        }

        /** The number that {@code MetricType} gives it. */
        private static int type(FamilyType type) {
            return switch (type) {
                case COUNTER -> 0;
                case GAUGE, INFO -> 1;
                case SUMMARY -> 2;
                case HISTOGRAM -> 4;
            };
        }

        /** The field of {@code Metric} that holds its value. */
        private static int value(FamilyType type) {
            return switch (type) {
                case GAUGE, INFO -> 2;
                case COUNTER -> 3;
                case SUMMARY -> 4;
                case HISTOGRAM -> 7;
            };
        }
    }
}
