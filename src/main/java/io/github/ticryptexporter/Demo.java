package io.github.ticryptexporter;

import io.github.ticryptexporter.api.ApiSettings;
import io.github.ticryptexporter.api.Secret;
import io.github.ticryptexporter.api.TlsSettings;
import io.github.ticryptexporter.api.TokenSource;
import io.github.ticryptexporter.cli.Build;
import io.github.ticryptexporter.cli.Command;
import io.github.ticryptexporter.config.ConfigSource;
import io.github.ticryptexporter.config.ExporterConfig;
import io.github.ticryptexporter.config.InvalidConfigException;
import io.github.ticryptexporter.config.ServingSettings;
import io.github.ticryptexporter.findings.FindingSettings;
import io.github.ticryptexporter.findings.HostEntry;
import io.github.ticryptexporter.fleet.Api;
import io.github.ticryptexporter.fleet.FreeText;
import io.github.ticryptexporter.fleet.IdentityProvider;
import io.github.ticryptexporter.fleet.TokenKind;
import io.github.ticryptexporter.identity.IdentitySettings;
import io.github.ticryptexporter.identity.ProviderSettings;
import io.github.ticryptexporter.metrics.HostPseudonyms;
import io.github.ticryptexporter.metrics.MetricSettings;
import io.github.ticryptexporter.metrics.PrivacyLevel;
import io.github.ticryptexporter.poll.PollSettings;
import io.github.ticryptexporter.poll.RealmSettings;
import io.github.ticryptexporter.simulator.Scenario;
import io.github.ticryptexporter.simulator.SimulatedHost;
import io.github.ticryptexporter.simulator.SimulatedSite;
import io.github.ticryptexporter.simulator.SimulatorSettings;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A simulated site on a free loopback port, and the exporter on it, with intervals that suit a spectator. */
final class Demo implements AutoCloseable {

    private static final Map<Api, Duration> INTERVALS = Map.of(
            Api.VMS, Duration.ofSeconds(5),
            Api.VM_CONFIGS, Duration.ofSeconds(5),
            Api.DRIVES, Duration.ofSeconds(10),
            Api.TEAMS, Duration.ofSeconds(15),
            Api.VM_IMAGES, Duration.ofSeconds(30),
            Api.PROJECTS, Duration.ofSeconds(30),
            Api.USERS, Duration.ofSeconds(30),
            Api.IDENTITY_MONOCLOUD, Duration.ofSeconds(30),
            Api.IDENTITY_ALLTHENTICATE, Duration.ofSeconds(30));

    private final SimulatedSite site;
    private final Exporter exporter;

    private Demo(SimulatedSite site, Exporter exporter) {
        this.site = site;
        this.exporter = exporter;
    }

    /** Starts both. */
    static Demo start(Command.Demo command, Build build) throws InvalidConfigException {
        InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        Scenario scenario = Scenario.labelled(command.site().scenario()).orElseThrow();
        SimulatedSite site = new SimulatedSite(
                new SimulatorSettings(
                        anyPort, command.site().seed(), command.site().scale(), scenario),
                InstantSource.system());
        site.start();
        try {
            ConfigSource source = ConfigSource.ofFlags(command.flags(), serving -> config(site, serving));
            Exporter exporter = new Exporter(source.load(), Optional.of(source), build, InstantSource.system());
            exporter.start();
            return new Demo(site, exporter);
        } catch (InvalidConfigException | RuntimeException e) {
            site.close();
            throw e;
        }
    }

    URI siteUri() {
        return site.uri();
    }

    InetSocketAddress exporterAddress() {
        return exporter.addresses().get(0);
    }

    @Override
    public void close() {
        exporter.close();
        site.close();
    }

    private static ExporterConfig config(SimulatedSite site, ServingSettings serving) {
        ApiSettings api = new ApiSettings(
                site.uri(),
                tokens(site),
                TlsSettings.PLATFORM,
                null,
                ApiSettings.DEFAULT_CONNECT_TIMEOUT,
                ApiSettings.DEFAULT_REQUEST_TIMEOUT,
                ApiSettings.DEFAULT_MAX_RESPONSE_BYTES,
                freeText(serving.privacy()));
        PollSettings poll =
                new PollSettings(INTERVALS, PollSettings.DEFAULT_STALE_AFTER_INTERVALS, RealmSettings.DISCOVER);
        MetricSettings metrics = new MetricSettings(
                serving.privacy(), HostPseudonyms.PLAIN, Map.of(), List.of(), MetricSettings.DEFAULT_SERIES_LIMIT);
        return new ExporterConfig(
                api, identity(site), poll, findings(site), metrics, serving.exposition(), serving.http());
    }

    private static Set<FreeText> freeText(PrivacyLevel level) {
        Set<FreeText> freeText = EnumSet.of(FreeText.LOGIN_EMAILS);
        freeText.addAll(level.freeText());
        return freeText;
    }

    /** Both providers, so that a spectator sees users and accounts drift apart. */
    private static IdentitySettings identity(SimulatedSite site) {
        return new IdentitySettings(Map.of(
                IdentityProvider.MONOCLOUD, provider(site, "monocloud", ProviderSettings.MONOCLOUD_HEADER),
                IdentityProvider.ALLTHENTICATE, provider(site, "allthenticate", SimulatedSite.ALLTHENTICATE_HEADER)));
    }

    private static ProviderSettings provider(SimulatedSite site, String label, String header) {
        Secret key = new Secret(site.identityKeys().getOrDefault(label, "none"));
        return new ProviderSettings(
                site.identityUri(label), header, null, new TokenSource.Value(key), TlsSettings.PLATFORM, null);
    }

    private static Map<TokenKind, TokenSource> tokens(SimulatedSite site) {
        Map<TokenKind, TokenSource> tokens = new EnumMap<>(TokenKind.class);
        for (TokenKind kind : TokenKind.values()) {
            String token = site.tokens().get(kind.label());
            if (token == null) {
                throw new IllegalStateException("the simulated site has no " + kind.label() + " token");
            }
            tokens.put(kind, new TokenSource.Value(new Secret(token)));
        }
        return tokens;
    }

    private static FindingSettings findings(SimulatedSite site) {
        FindingSettings defaults = FindingSettings.DEFAULT;
        return new FindingSettings(
                site.hosts().stream().map(Demo::entry).toList(),
                defaults.natArithmetic(),
                defaults.vcpuOvercommit(),
                defaults.silentAfter(),
                defaults.largeVmMemoryBytes(),
                defaults.exemptBricks());
    }

    private static HostEntry entry(SimulatedHost host) {
        Map<String, Long> devices = new HashMap<>();
        host.devices().forEach((type, count) -> devices.put(type, (long) count));
        return new HostEntry(
                host.name(),
                host.realm(),
                host.sshHost(),
                host.natPortBase(),
                null,
                host.name(),
                (long) host.vcpus(),
                host.memoryBytes(),
                devices,
                true);
    }
}
