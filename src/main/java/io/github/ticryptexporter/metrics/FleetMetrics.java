package io.github.ticryptexporter.metrics;

import io.github.ticryptexporter.findings.FindingSettings;
import io.github.ticryptexporter.findings.Findings;
import io.github.ticryptexporter.findings.Host;
import io.github.ticryptexporter.fleet.FleetSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A snapshot in, all families that may be exposed of it out. */
public final class FleetMetrics {

    private final FindingSettings findingSettings;
    private final MetricSettings metricSettings;

    public FleetMetrics(FindingSettings findingSettings, MetricSettings metricSettings) {
        this.findingSettings = findingSettings;
        this.metricSettings = metricSettings;
    }

    /** The families of this snapshot; one without a row, withheld or empty, is left out. */
    public Shown of(FleetSnapshot fleet, ExporterFacts exporter) {
        Picture picture = picture(fleet, exporter);
        Map<Family, Rows> ofTheExporter = new LinkedHashMap<>();
        Map<Family, Rows> ofTheFleet = new LinkedHashMap<>();
        for (Family family : Catalogue.shownAt(metricSettings.privacy())) {
            (Catalogue.isAboutTheFleet(family) ? ofTheFleet : ofTheExporter).put(family, rows(family, picture));
        }
        Reduction reduction = SeriesBudget.keep(metricSettings.seriesLimit(), ofTheFleet);
        Objects.requireNonNull(ofTheExporter.get(ExporterMetrics.SERIES)).set(reduction.exposed());
        List<MetricSnapshot> snapshots = new ArrayList<>();
        ofTheExporter.forEach((family, rows) -> ModelSnapshots.of(family, rows).ifPresent(snapshots::add));
        ofTheFleet.forEach((family, rows) -> ModelSnapshots.of(family, rows).ifPresent(snapshots::add));
        return new Shown(new MetricSnapshots(snapshots), reduction);
    }

    private Picture picture(FleetSnapshot fleet, ExporterFacts exporter) {
        Findings findings = Findings.of(fleet, findingSettings);
        List<Host> hosts = findings.realms().values().stream()
                .flatMap(realm -> realm.hosts().keySet().stream())
                .toList();
        HostLabels labels = HostLabels.of(hosts, metricSettings.privacy(), metricSettings.pseudonyms());
        return new Picture(fleet, findings, findingSettings, labels, metricSettings, exporter);
    }

    private static Rows rows(Family family, Picture picture) {
        Rows rows = new Rows();
        for (Family.Part part : family.parts()) {
            if (part instanceof Family.Part.OfSite site && picture.fleet().holds(site.needs())) {
                site.rows().fill(picture, rows);
            } else if (part instanceof Family.Part.OfRealm perRealm) {
                picture.fleet().realms().stream()
                        .filter(realm -> picture.fleet().holds(perRealm.needs(), realm))
                        .forEach(realm -> perRealm.rows().fill(picture, realm, rows));
            }
        }
        return rows;
    }
}
