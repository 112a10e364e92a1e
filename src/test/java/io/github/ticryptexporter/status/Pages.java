package io.github.ticryptexporter.status;

import io.github.ticryptexporter.findings.FindingSettings;
import io.github.ticryptexporter.findings.HostEntry;
import io.github.ticryptexporter.fleet.Api;
import io.github.ticryptexporter.fleet.FleetSnapshot;
import io.github.ticryptexporter.fleet.SourceId;
import io.github.ticryptexporter.fleet.TokenKind;
import io.github.ticryptexporter.metrics.ExporterFacts;
import io.github.ticryptexporter.metrics.FleetMetrics;
import io.github.ticryptexporter.metrics.HostPseudonyms;
import io.github.ticryptexporter.metrics.MetricSettings;
import io.github.ticryptexporter.metrics.PrivacyLevel;
import io.github.ticryptexporter.metrics.Shown;
import io.github.ticryptexporter.testing.Entries;
import io.github.ticryptexporter.testing.HtmlPage;
import io.github.ticryptexporter.testing.ManualClock;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes the page of a snapshot; all is configured, every route is read each minute, and it is looked at at once. */
final class Pages {
    private final FleetSnapshot fleet;
    private List<HostEntry> hosts = List.of();
    private PrivacyLevel privacy = PrivacyLevel.NAMED;
    private int seriesLimit = MetricSettings.DEFAULT_SERIES_LIMIT;
    private boolean isOpen;
    private boolean isRefused;
    private Duration later = Duration.ZERO;
    private Map<SourceId, Duration> waits = Map.of();
    private final Set<TokenKind> tokens = EnumSet.allOf(TokenKind.class);
    private boolean hasInventory = true;

    private Pages(FleetSnapshot fleet) {
        this.fleet = fleet;
    }

    static Pages of(FleetSnapshot fleet) {
        return new Pages(fleet);
    }

    Pages with(Entries... inventory) {
        hosts = Arrays.stream(inventory).map(Entries::made).toList();
        return this;
    }

    Pages at(PrivacyLevel level) {
        privacy = level;
        return this;
    }

    Pages within(int limit) {
        seriesLimit = limit;
        return this;
    }

    Pages open() {
        isOpen = true;
        return this;
    }

    Pages refused() {
        isRefused = true;
        return this;
    }

    Pages after(Duration time) {
        later = time;
        return this;
    }

    Pages waiting(SourceId source, Duration wait) {
        waits = Map.of(source, wait);
        return this;
    }

    Pages without(TokenKind... kinds) {
        tokens.removeAll(Set.of(kinds));
        return this;
    }

    Pages withoutInventory() {
        hasInventory = false;
        return this;
    }

    String html() {
        FindingSettings findings = FindingSettings.DEFAULT.with(hosts);
        MetricSettings metrics = new MetricSettings(privacy, HostPseudonyms.PLAIN, Map.of(), List.of(), seriesLimit);
        Shown shown = new FleetMetrics(findings, metrics).of(fleet, exporter());
        StatusFacts facts = new StatusFacts(
                "1.2.3",
                "/metrics",
                privacy,
                EnumSet.allOf(Api.class),
                tokens,
                hasInventory,
                findings.vcpuOvercommit());
        return StatusPage.of(fleet, shown, facts).html(new Moment(ManualClock.START.plus(later), waits));
    }

    HtmlPage page() {
        return HtmlPage.parse(html());
    }

    private ExporterFacts exporter() {
        ExporterFacts facts = new ExporterFacts(
                "1.2.3",
                "0042abc",
                "17.0.42",
                each(Duration.ofMinutes(1)),
                each(Duration.ofMinutes(5)),
                isOpen,
                true,
                ManualClock.START.minusSeconds(90));
        return isRefused ? facts.afterRefusal() : facts;
    }

    private static Map<Api, Duration> each(Duration duration) {
        return Arrays.stream(Api.values()).collect(Collectors.toMap(api -> api, api -> duration));
    }
}
