package io.github.ticryptexporter.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** A Prometheus with the rules, its Alertmanager with the sample configuration, and whom that tells. */
final class AlertingStack implements AutoCloseable {
    private final Webhooks webhooks;
    private final AlertmanagerServer alertmanager;
    private final PrometheusServer prometheus;
    private final Set<RaisedAlert> everRaised = new HashSet<>();
    private List<Firing> firing = List.of();

    private AlertingStack(Webhooks webhooks, AlertmanagerServer alertmanager, PrometheusServer prometheus) {
        this.webhooks = webhooks;
        this.alertmanager = alertmanager;
        this.prometheus = prometheus;
    }

    private record Firing(RaisedAlert alert, boolean isQuiet) {}

    static AlertingStack start(Release release, Path folder, List<Path> rules, List<ScenarioSite> sites)
            throws IOException {
        Webhooks webhooks = Webhooks.start();
        AlertmanagerServer alertmanager =
                AlertmanagerServer.start(release.alertmanager(), folder, SampleAlertmanager.promptTo(webhooks.base()));
        String configuration = configuration(alertmanager.awaitReady(), rules, sites);
        return new AlertingStack(
                webhooks, alertmanager, PrometheusServer.start(release.prometheus(), folder, configuration, List.of()));
    }

    private static String configuration(AlertmanagerServer alertmanager, List<Path> rules, List<ScenarioSite> sites) {
        return """
                global: { scrape_interval: 2s, scrape_timeout: 2s }
                alerting: { alertmanagers: [ { static_configs: [ { targets: [ "%s" ] } ] } ] }
                rule_files: %s
                scrape_configs:
                  - job_name: ticrypt-exporter
                    static_configs:
                %s""".formatted(
                        alertmanager.authority(),
                        rules,
                        sites.stream()
                                .map(site -> "      - { targets: [ \"%s\" ], labels: { site: %s } }\n"
                                        .formatted(site.authority(), site.name()))
                                .collect(Collectors.joining()));
    }

    void awaitTargets(int count) {
        prometheus.awaitTargets(count);
    }

    /** Asks Alertmanager what fires now. */
    void look() throws IOException {
        List<Firing> now = new ArrayList<>();
        for (JsonNode alert : alertmanager.alerts()) {
            RaisedAlert raised = RaisedAlert.of(alert.path("labels"));
            everRaised.add(raised);
            now.add(new Firing(raised, !alert.path("status").path("inhibitedBy").isEmpty()));
        }
        firing = now;
    }

    /** Name and severity of what fired at the site at the latest look. */
    Set<String> firing(String site) {
        return firing(site, alert -> true);
    }

    /** What of these lines, such as {@code TicryptStateDrift warning ticrypt-tickets}, has not come true of the site. */
    Set<String> missing(String site, String lines) {
        Set<String> quiet = firing(site, Firing::isQuiet);
        Set<String> told = webhooks.told(site);
        return lines.lines()
                .filter(line ->
                        line.endsWith("(quiet)") ? !quiet.contains(line.replace(" (quiet)", "")) : !told.contains(line))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Name and severity of what has fired at the site at any look. */
    Set<String> everRaised(String site) {
        return everRaised.stream()
                .filter(alert -> alert.site().equals(site))
                .map(RaisedAlert::nameAndSeverity)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    Webhooks webhooks() {
        return webhooks;
    }

    @Override
    public void close() throws IOException {
        prometheus.close();
        alertmanager.close();
        webhooks.close();
    }

    private Set<String> firing(String site, Predicate<Firing> kind) {
        return firing.stream()
                .filter(alert -> alert.alert().site().equals(site))
                .filter(kind)
                .map(alert -> alert.alert().nameAndSeverity())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
