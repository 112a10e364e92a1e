package io.github.ticryptexporter.config;

import io.github.ticryptexporter.api.ApiSettings;
import io.github.ticryptexporter.findings.FindingSettings;
import io.github.ticryptexporter.findings.HostEntry;
import io.github.ticryptexporter.http.HttpSettings;
import io.github.ticryptexporter.metrics.MetricSettings;
import io.github.ticryptexporter.poll.PollSettings;
import java.util.List;

/** The whole configuration, valid by construction; each part belongs to the package that obeys it. */
public record ExporterConfig(
        ApiSettings api, PollSettings poll, FindingSettings findings, MetricSettings metrics, HttpSettings http) {

    /** This configuration with another inventory. */
    public ExporterConfig with(List<HostEntry> hosts) {
        return new ExporterConfig(api, poll, findings.with(hosts), metrics, http);
    }
}
