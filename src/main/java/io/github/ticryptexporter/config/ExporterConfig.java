package io.github.ticryptexporter.config;

import io.github.ticryptexporter.api.ApiSettings;
import io.github.ticryptexporter.exposition.ExpositionSettings;
import io.github.ticryptexporter.findings.FindingSettings;
import io.github.ticryptexporter.fleet.Api;
import io.github.ticryptexporter.http.HttpSettings;
import io.github.ticryptexporter.identity.IdentitySettings;
import io.github.ticryptexporter.metrics.MetricSettings;
import io.github.ticryptexporter.poll.PollSettings;
import java.util.Set;

/** The whole configuration, valid by construction; each part belongs to the package that obeys it. */
public record ExporterConfig(
        ApiSettings api,
        IdentitySettings identity,
        PollSettings poll,
        FindingSettings findings,
        MetricSettings metrics,
        ExpositionSettings exposition,
        HttpSettings http) {

    /** The routes that can be read, for there is a token or a key. */
    public Set<Api> routes() {
        Set<Api> routes = Api.openedBy(api.tokens().keySet());
        identity.providers().keySet().forEach(provider -> routes.add(provider.api()));
        return routes;
    }
}
