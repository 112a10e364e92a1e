package io.github.ticryptexporter.month;

import io.github.ticryptexporter.history.Scrapes;
import io.github.ticryptexporter.history.WatchedSite;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** A file of samples with their times in the OpenMetrics format, from which {@code promtool} makes blocks. */
final class Backfill implements Scrapes, Closeable {
    private static final int SAMPLE_LIMIT = 5_000;

    private final BufferedWriter file;
    private final Map<String, String> scrapedAs = new HashMap<>();

    private Backfill(BufferedWriter file) {
        this.file = file;
    }

    static Backfill to(Path path) throws IOException {
        return new Backfill(Files.newBufferedWriter(path));
    }

    @Override
    public void scrape(int minute, String exposition, Map<String, Double> written) throws IOException {
        int samples = written.size();
        for (String line : exposition.split("\n", -1)) {
            if (!line.isEmpty() && line.charAt(0) != '#') {
                samples++;
                int end = line.lastIndexOf(' ');
                String series = scrapedAs.computeIfAbsent(line.substring(0, end), Backfill::labelled);
                if (!written.containsKey(series)) {
                    write(series, line.substring(end + 1), Stretch.second(minute));
                }
            }
        }
        for (Map.Entry<String, Double> sample : written.entrySet()) {
            put(minute, sample.getKey(), sample.getValue());
        }
        putScrape(minute, samples);
    }

    /** What Prometheus adds about a scrape; {@code up} is put by who knows it. */
    private void putScrape(int minute, int samples) throws IOException {
        put(minute, labelled("scrape_samples_post_metric_relabeling"), samples);
        put(minute, labelled("scrape_sample_limit"), SAMPLE_LIMIT);
        put(minute, labelled("scrape_duration_seconds"), (4 + minute % 7) / 1_000.0);
    }

    @Override
    public void put(int minute, String series, double value) throws IOException {
        write(series, Double.toString(value), Stretch.second(minute));
    }

    void write(String series, String value, long second) throws IOException {
        file.append(series)
                .append(' ')
                .append(value)
                .append(' ')
                .append(Long.toString(second))
                .append('\n');
    }

    /** The series with the labels of the target. */
    static String labelled(String series) {
        return series.endsWith("}")
                ? series.substring(0, series.length() - 1) + "," + WatchedSite.TARGET + "}"
                : series + "{" + WatchedSite.TARGET + "}";
    }

    @Override
    public void close() throws IOException {
        file.write("# EOF\n");
        file.close();
    }
}
