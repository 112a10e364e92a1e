package io.github.ticryptexporter.metrics;

import io.github.ticryptexporter.findings.FindingSettings;
import io.github.ticryptexporter.findings.Findings;
import io.github.ticryptexporter.findings.Host;
import io.github.ticryptexporter.fleet.FleetSnapshot;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A snapshot in, all families that may be exposed of it out. */
public final class FleetMetrics {

    private final FindingSettings findingSettings;
    private final MetricSettings metricSettings;

    public FleetMetrics(FindingSettings findingSettings, MetricSettings metricSettings) {
        this.findingSettings = findingSettings;
        this.metricSettings = metricSettings;
    }

    /** The families of this snapshot; one without a sample, withheld or empty, is left out. */
    public Shown of(FleetSnapshot fleet, ExporterFacts exporter) {
        Picture picture = picture(fleet, exporter);
        Map<Family, Samples> samples = samples(picture, Catalogue::isAboutTheFleet);
        Reduction reduction = SeriesBudget.keep(metricSettings.seriesLimit(), samples, objects(picture));
        if (!reduction.objects()) {
            samples.putAll(samples(picture, Catalogue::isAboutObjects));
        }
        samples.putAll(samples(picture, Catalogue::isAboutTheExporter));
        Rows exposed = new Rows();
        exposed.set(reduction.exposed());
        samples.put(ExporterMetrics.SERIES, exposed.samples());
        return new Shown(families(samples), reduction);
    }

    /** How many series single VMs and drives would have: counted first, since a large site has no room for them. */
    private int objects(Picture picture) {
        Rows counted = Rows.counted();
        shown(Catalogue::isAboutObjects).forEach(family -> fill(counted, family, picture));
        return counted.calls();
    }

    private Picture picture(FleetSnapshot fleet, ExporterFacts exporter) {
        Findings findings = Findings.of(fleet, findingSettings);
        List<Host> hosts = findings.realms().values().stream()
                .flatMap(realm -> realm.hosts().keySet().stream())
                .toList();
        HostLabels labels = HostLabels.of(hosts, metricSettings.privacy(), metricSettings.pseudonyms());
        return new Picture(fleet, findings, findingSettings, labels, metricSettings, exporter);
    }

    private Stream<Family> shown(Predicate<Family> kind) {
        return Catalogue.shownAt(metricSettings.privacy()).stream().filter(kind);
    }

    private Map<Family, Samples> samples(Picture picture, Predicate<Family> kind) {
        Map<Family, Samples> samples = new LinkedHashMap<>();
        shown(kind).forEach(family -> {
            Rows rows = new Rows();
            fill(rows, family, picture);
            samples.put(family, rows.samples());
        });
        return samples;
    }

    private static void fill(Rows rows, Family family, Picture picture) {
        for (Family.Part part : family.parts()) {
            if (part instanceof Family.Part.OfSite site && picture.fleet().holds(site.needs())) {
                site.rows().fill(picture, rows);
            } else if (part instanceof Family.Part.OfRealm perRealm) {
                picture.fleet().realms().stream()
                        .filter(realm -> picture.fleet().holds(perRealm.needs(), realm))
                        .forEach(realm -> perRealm.rows().fill(picture, realm, rows));
            }
        }
    }

    private static List<ExposedFamily> families(Map<Family, Samples> filled) {
        return filled.entrySet().stream()
                .filter(entry -> entry.getValue().size() > 0)
                .map(entry -> entry.getKey().with(entry.getValue()))
                .sorted(ExposedFamily.BY_NAME)
                .toList();
    }
}
