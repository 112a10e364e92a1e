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
 * Meters as families, under the names that Micrometer's own registry for Prometheus gives them and dashboards know.
 *
 * <p>What does not change, which is all but the numbers, is made when a meter is added: that registry makes it anew for
 * each scrape, at ten times the cost of reading the numbers.
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

    /** Takes in a meter; those of one name must have the same labels. */
    void add(Meter meter) {
        String[] labels = meter.getId().getTags().stream().map(Tag::getValue).toArray(String[]::new);
        if (meter instanceof Gauge gauge) {
            FamilyType type = meter.getId().getName().endsWith(".info") ? FamilyType.INFO : FamilyType.GAUGE;
            add(meter, type, "", rows -> rows.set(gauge.value(), labels));
        } else if (meter instanceof Counter counter) {
            add(meter, FamilyType.COUNTER, "_total", rows -> rows.set(counter.count(), labels));
        } else if (meter instanceof FunctionCounter counter) {
            add(meter, FamilyType.COUNTER, "_total", rows -> rows.set(counter.count(), labels));
        } else if (meter instanceof Timer timer) {
            add(meter, FamilyType.SUMMARY, "", rows -> rows.set(summary(timer), labels));
            add(meter, FamilyType.GAUGE, "_max", rows -> rows.set(timer.max(TimeUnit.SECONDS), labels));
        } else {
            throw new IllegalStateException("no way to expose the meter " + meter.getId());
        }
    }

    /** As they are now, by name. */
    List<ExposedFamily> read() {
        return sources.values().stream().map(Source::read).toList();
    }

    private void add(Meter meter, FamilyType type, String suffix, Consumer<Rows> reading) {
        sources.computeIfAbsent(name(meter.getId()) + suffix, name -> source(name, type, meter.getId()))
                .readings()
                .add(reading);
    }

    private static Source source(String name, FamilyType type, Meter.Id id) {
        return new Source(
                name,
                type,
                Objects.requireNonNullElse(id.getDescription(), ""),
                id.getTags().stream().map(Tag::getKey).toList(),
                new CopyOnWriteArrayList<>());
    }

    /** With its unit at the end, once. */
    private static String name(Meter.Id id) {
        String name = NamingConvention.snakeCase.name(id.getName(), id.getType());
        String unit = id.getType() == Meter.Type.TIMER ? "seconds" : id.getBaseUnit();
        return unit == null || name.endsWith("_" + unit) ? name : name + "_" + unit;
    }

    private static Distribution summary(Timer timer) {
        return Distribution.summary(timer.count(), timer.totalTime(TimeUnit.SECONDS));
    }
}
