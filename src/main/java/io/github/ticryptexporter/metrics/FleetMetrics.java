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

/** A snapshot in, all families that may be exposed of it out. */
public final class FleetMetrics {

    private final FindingSettings findingSettings;
    private final MetricSettings metricSettings;

    public FleetMetrics(FindingSettings findingSettings, MetricSettings metricSettings) {
        this.findingSettings = findingSettings;
        this.metricSettings = metricSettings;
    }

    /** The families of this snapshot; one without a row, withheld or empty, is left out. */
    public MetricSnapshots of(FleetSnapshot fleet, ExporterFacts exporter) {
        Picture picture = picture(fleet, exporter);
        Map<Family, Rows> filled = new LinkedHashMap<>();
        long fleetSeries = 0;
        for (Family family : Catalogue.shownAt(metricSettings.privacy())) {
            Rows rows = rows(family, picture);
            filled.put(family, rows);
            fleetSeries += Catalogue.isAboutTheFleet(family) ? rows.size() : 0;
        }
        List<MetricSnapshot> snapshots = new ArrayList<>();
        for (Map.Entry<Family, Rows> entry : filled.entrySet()) {
            if (entry.getKey().name().equals(ExporterMetrics.SERIES)) {
                entry.getValue().set(fleetSeries);
            }
            ModelSnapshots.of(entry.getKey(), entry.getValue()).ifPresent(snapshots::add);
        }
        return new MetricSnapshots(snapshots);
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
