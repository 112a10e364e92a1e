package io.github.ticryptexporter;

import io.github.ticryptexporter.cli.Build;
import io.github.ticryptexporter.config.DurationText;
import io.github.ticryptexporter.config.ExporterConfig;
import io.github.ticryptexporter.fleet.Api;
import io.github.ticryptexporter.fleet.TokenKind;
import io.github.ticryptexporter.http.WebSecurity;
import io.github.ticryptexporter.metrics.Absence;
import java.net.InetSocketAddress;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the log says once the exporter listens: what runs where, and what it lacks. */
final class StartLog {

    private static final Logger LOG = LoggerFactory.getLogger(Exporter.class);

    private final Build build;
    private final ExporterConfig config;

    StartLog(Build build, ExporterConfig config) {
        this.build = build;
        this.config = config;
    }

    /** @param addresses with the ports that were really bound */
    void write(List<InetSocketAddress> addresses) {
        LOG.info(
                "ticrypt-exporter {} ({}) on Java {} serves {} on {} ({}) from {} at privacy level {}, reading {}",
                build.version(),
                build.revision(),
                build.javaVersion(),
                config.http().telemetryPath(),
                addresses.stream().map(StartLog::text).collect(Collectors.joining(", ")),
                security(config.http().security()),
                config.api().baseUrl(),
                config.metrics().privacy().label(),
                lists(config.routes(), true));
        for (TokenKind kind : TokenKind.values()) {
            if (!config.api().tokens().containsKey(kind)) {
                warnOfMissing(kind);
            }
        }
        if (config.findings().hosts().isEmpty()) {
            LOG.warn(
                    "no inventory is configured: host saturation is not watched; list the hosts under inventory.hosts");
        }
    }

    private static String security(WebSecurity security) {
        boolean isIdentified = security.authentication().isAsked()
                || (security.tls() != null && security.tls().clients().areIdentified());
        return (security.tls() == null ? "no TLS" : "TLS") + ", "
                + (isIdentified ? "authentication" : "no authentication");
    }

    private void warnOfMissing(TokenKind kind) {
        LOG.warn(
                "no {} token is configured: {} are not read, and this is never exposed: {}",
                kind.label(),
                lists(Api.openedBy(EnumSet.of(kind)), false),
                Absence.of(kind, config.metrics().privacy(), config.routes()).text());
    }

    /** Without the look-ups, which only ask for more about what a list names. */
    private String lists(Set<Api> routes, boolean withIntervals) {
        return routes.stream()
                .filter(api -> api.scope() != Api.Scope.OBJECT)
                .sorted()
                .map(api -> api.label() + (withIntervals ? " every " + interval(api) : ""))
                .collect(Collectors.joining(", "));
    }

    private String interval(Api api) {
        return DurationText.format(config.poll().interval(api));
    }

    private static String text(InetSocketAddress address) {
        String host = address.getAddress().getHostAddress();
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + address.getPort();
    }
}
