package io.github.ticryptexporter.rules.quarter;

import io.github.ticryptexporter.history.Scrapes;
import io.github.ticryptexporter.rules.quarter.Column.Span;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** What a Prometheus would have scraped, one sample a minute of each series; only of the families that somebody asks for. */
final class Columns implements Scrapes {
    private static final int SECONDS = 60;

    private final Set<String> families;
    private final String target;
    private final Map<String, Column> bySeries = new LinkedHashMap<>();
    private final Map<String, String> scrapedAs = new LinkedHashMap<>();
    private final double epoch;

    /**
     * No samples yet.
     *
     * @param families names of the families to keep
     * @param target the labels that the scrape adds
     * @param epoch when the first minute is; {@code promtool}'s time begins with 0
     */
    Columns(Set<String> families, String target, double epoch) {
        this.families = Set.copyOf(families);
        this.target = target;
        this.epoch = epoch;
    }

    @Override
    public void scrape(int minute, String exposition, Map<String, Double> written) {
        exposition.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
            int end = line.lastIndexOf(' ');
            String series = line.substring(0, end);
            if (families.contains(family(series))) {
                String scraped = scrapedAs.computeIfAbsent(series, this::labelled);
                if (!written.containsKey(scraped)) {
                    put(minute, scraped, Double.parseDouble(line.substring(end)));
                }
            }
        });
        written.forEach((series, value) -> put(minute, series, value));
    }

    @Override
    public void put(int minute, String series, double value) {
        double shown = isTime(series) ? value - epoch : value;
        bySeries.computeIfAbsent(series, none -> new Column()).put(minute, shown);
    }

    private String labelled(String series) {
        return series.endsWith("}")
                ? series.substring(0, series.length() - 1) + "," + target + "}"
                : series + "{" + target + "}";
    }

    /** The series with samples in these minutes as a list of YAML; times count from the first of them. */
    String yaml(Span minutes) {
        return yaml(minutes, 1, series -> true);
    }

    /** As {@link #yaml(Span)}, of every nth minute and of some families. */
    String yaml(Span minutes, int every, Predicate<String> wanted) {
        StringBuilder yaml = new StringBuilder();
        Span steps = new Span(minutes.from() / every, minutes.to() / every);
        bySeries.forEach((series, column) -> {
            if (wanted.test(family(series))) {
                double offset = isTime(series) ? (double) minutes.from() * SECONDS : 0;
                String values = (every == 1 ? column : column.every(every)).notation(steps, offset);
                if (!values.isEmpty()) {
                    yaml.append("  - { series: '%s', values: '%s' }%n".formatted(series, values.strip()));
                }
            }
        });
        return yaml.toString();
    }

    private static boolean isTime(String series) {
        return family(series).endsWith("_timestamp_seconds");
    }

    private static String family(String series) {
        int labels = series.indexOf('{');
        return labels < 0 ? series : series.substring(0, labels);
    }
}
