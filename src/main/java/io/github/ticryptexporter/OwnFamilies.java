package io.github.ticryptexporter;

import io.github.ticryptexporter.metrics.Distribution;
import io.github.ticryptexporter.metrics.ExposedFamily;
import io.github.ticryptexporter.metrics.FamilyType;
import io.github.ticryptexporter.metrics.Rows;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.config.NamingConvention;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The meters of Micrometer's registry for Prometheus as families, under the names that it gives them and dashboards know.
 *
 * <p>What does not change, which is all but the numbers, is made when a meter is added: the registry itself makes it anew
 * for each scrape, at ten times the cost of reading the numbers.
 */
final class OwnFamilies {

    private final Map<String, Source> sources = new ConcurrentSkipListMap<>();

    /** A family but for its numbers, which the readings put into its rows. */
    private record Source(
            String name, FamilyType type, String help, List<String> labels, List<Consumer<Rows>> readings) {

        ExposedFamily read() {
            Rows rows = new Rows();
            readings.forEach(reading -> reading.accept(rows));
            return new ExposedFamily(name, type, help, labels, rows.samples());
        }
    }

    /** Takes in a meter, under its name by this convention; those of one name must have the same labels. */
    void add(Meter meter, NamingConvention convention) {
        String name = meter.getId().getConventionName(convention);
        String[] labels = meter.getId().getTags().stream().map(Tag::getValue).toArray(String[]::new);
        if (meter instanceof Gauge gauge && meter.getId().getName().endsWith(".info")) {
            source(name + "_info", FamilyType.INFO, meter).add(rows -> rows.set(gauge.value(), labels));
        } else if (meter instanceof Gauge gauge) {
            source(name, FamilyType.GAUGE, meter).add(rows -> rows.set(gauge.value(), labels));
        } else if (meter instanceof Counter counter) {
            source(name + "_total", FamilyType.COUNTER, meter).add(rows -> rows.set(counter.count(), labels));
        } else if (meter instanceof FunctionCounter counter) {
            source(name + "_total", FamilyType.COUNTER, meter).add(rows -> rows.set(counter.count(), labels));
        } else if (meter instanceof Timer timer) {
            source(name, FamilyType.SUMMARY, meter).add(rows -> rows.set(summary(timer), labels));
            source(name + "_max", FamilyType.GAUGE, meter).add(rows -> rows.set(timer.max(TimeUnit.SECONDS), labels));
        } else {
            throw new IllegalStateException("no way to expose the meter " + meter.getId());
        }
    }

    /** As they are now, by name. */
    List<ExposedFamily> read() {
        return sources.values().stream().map(Source::read).toList();
    }

    /** The readings of the family of this name. */
    private List<Consumer<Rows>> source(String name, FamilyType type, Meter meter) {
        return sources.computeIfAbsent(
                        name,
                        unseen -> new Source(
                                name,
                                type,
                                Objects.requireNonNullElse(meter.getId().getDescription(), ""),
                                meter.getId().getTags().stream()
                                        .map(Tag::getKey)
                                        .toList(),
                                new CopyOnWriteArrayList<>()))
                .readings();
    }

    private static Distribution summary(Timer timer) {
        return Distribution.summary(timer.count(), timer.totalTime(TimeUnit.SECONDS));
    }
}
