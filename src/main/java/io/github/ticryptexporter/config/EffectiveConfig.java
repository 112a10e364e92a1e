package io.github.ticryptexporter.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.github.ticryptexporter.api.ApiSettings;
import io.github.ticryptexporter.api.TlsSettings;
import io.github.ticryptexporter.api.TokenSource;
import io.github.ticryptexporter.findings.FindingSettings;
import io.github.ticryptexporter.findings.HostEntry;
import io.github.ticryptexporter.fleet.Api;
import io.github.ticryptexporter.fleet.IdentityProvider;
import io.github.ticryptexporter.fleet.TokenKind;
import io.github.ticryptexporter.http.HttpSettings;
import io.github.ticryptexporter.identity.IdentitySettings;
import io.github.ticryptexporter.identity.ProviderSettings;
import io.github.ticryptexporter.metrics.AlertExemption;
import io.github.ticryptexporter.metrics.MetricSettings;
import io.github.ticryptexporter.poll.PollSettings;
import io.github.ticryptexporter.poll.RealmSettings;
import io.github.ticryptexporter.tls.Identity;
import io.github.ticryptexporter.tls.Trust;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The configuration that is in effect, as YAML in the shape of the configuration file.
 *
 * <p>Defaults are written out, hosts of an inventory file stand among the others, and a token's value is {@code ***}.
 */
public final class EffectiveConfig {

    private static final String SECRET = "***";

    private static final YAMLMapper YAML = new YAMLMapper(YAMLFactory.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .build());

    private EffectiveConfig() {}

    /** The configuration as text, one section after the other. */
    public static String render(ExporterConfig config, ConfigFiles files) {
        return yaml(root(config, files))
                + commented(EffectiveWebConfig.keys(config.http().security()));
    }

    /** The web configuration has a file of its own, so that it stands here for the reader alone. */
    private static String commented(Map<String, @Nullable Object> keys) {
        return keys.isEmpty() ? "" : ("The web configuration:\n" + yaml(keys)).replaceAll("(?m)^(?=.)", "# ");
    }

    private static String yaml(Map<String, @Nullable Object> keys) {
        try {
            return YAML.writeValueAsString(keys);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("maps, lists and texts can always be written", e);
        }
    }

    /** Every setting that has a value, by its path; those of a host have its realm and name in the path. */
    static Map<String, Object> settings(ExporterConfig config, ConfigFiles files) {
        Map<String, Object> settings = new LinkedHashMap<>();
        root(config, files).forEach((key, value) -> flatten(key, value, settings));
        EffectiveWebConfig.keys(config.http().security()).forEach((key, value) -> flatten(key, value, settings));
        return settings;
    }

    private static void flatten(String path, @Nullable Object value, Map<String, Object> settings) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, below) -> flatten(path + "." + key, below, settings));
        } else if (value instanceof List<?> list && list.stream().anyMatch(Map.class::isInstance)) {
            for (int i = 0; i < list.size(); i++) {
                flatten(path + "[" + nameOf(list.get(i), i) + "]", list.get(i), settings);
            }
        } else if (value != null) {
            settings.put(path, value);
        }
    }

    /** So that a host which is put before others changes nothing about these. */
    private static String nameOf(Object item, int index) {
        return item instanceof Map<?, ?> map && map.containsKey("name")
                ? map.get("realm") + "/" + map.get("name")
                : Integer.toString(index);
    }

    private static Map<String, @Nullable Object> root(ExporterConfig config, ConfigFiles files) {
        Map<String, @Nullable Object> root = new LinkedHashMap<>();
        root.put(
                "ticrypt",
                ticrypt(config.api(), isPlainUsed(config), config.poll().realms()));
        root.put("poll", poll(config.poll()));
        root.put("privacy", privacy(config.metrics(), files));
        root.put("labels", keys("team-aliases", new TreeMap<>(config.metrics().teamAliases())));
        root.put("inventory", inventory(config.findings(), files));
        root.putAll(findings(config.findings()));
        root.put("alerts", keys("exempt", exemptions(config.metrics())));
        root.put("limits", keys("series", config.metrics().seriesLimit()));
        root.put("identity", identity(config.identity(), config.poll()));
        root.put("exposition", keys("self-check", config.exposition().selfCheck()));
        root.put("web", web(config.http(), files));
        return root;
    }

    /** Whether a token or a key travels in clear text beyond this machine, which the configuration has to allow. */
    private static boolean isPlainUsed(ExporterConfig config) {
        Stream<URI> providers = config.identity().providers().values().stream().map(ProviderSettings::baseUrl);
        return Stream.concat(Stream.of(config.api().baseUrl()), providers)
                .anyMatch(url -> BaseUrl.isPlain(url) && !BaseUrl.isLoopback(url));
    }

    private static Map<String, @Nullable Object> ticrypt(ApiSettings api, boolean isPlainUsed, RealmSettings realms) {
        Map<String, @Nullable Object> keys = new LinkedHashMap<>();
        keys.put("base-url", api.baseUrl().toString());
        keys.put("allow-plain-http", isPlainUsed);
        keys.put("tokens", tokens(api.tokens()));
        keys.put("realms", realms(realms));
        keys.put("tls", tls(api.tls()));
        keys.put("proxy", api.viaProxy().map(EffectiveConfig::proxy).orElse(null));
        keys.put("timeouts", timeouts(api));
        keys.put("max-response-bytes", SizeText.format(api.maxResponseBytes()));
        return keys;
    }

    private static Map<String, Object> tokens(Map<TokenKind, TokenSource> sources) {
        Map<String, Object> tokens = new LinkedHashMap<>();
        new TreeMap<>(sources).forEach((kind, source) -> tokens.put(kind.label(), token(source)));
        return tokens;
    }

    private static Map<String, @Nullable Object> token(TokenSource source) {
        if (source instanceof TokenSource.File file) {
            return keys("file", file.path().toString());
        }
        if (source instanceof TokenSource.Environment environment) {
            return keys("env", environment.variable());
        }
        return keys("value", new ShownValue(SECRET, source));
    }

    private static Map<String, @Nullable Object> realms(RealmSettings realms) {
        Map<String, @Nullable Object> keys = keys("discover", realms.discover());
        keys.put("include", realms.include());
        keys.put("exclude", new TreeSet<>(realms.exclude()));
        return keys;
    }

    private static Map<String, @Nullable Object> tls(TlsSettings tls) {
        Trust trust = tls.trust();
        Identity identity = tls.identity();
        Map<String, @Nullable Object> keys =
                keys("ca-file", trust == null ? null : new ShownValue(trust.origin(), trust.authorities()));
        keys.put(
                "client-cert-file", identity == null ? null : new ShownValue(identity.chainOrigin(), identity.chain()));
        keys.put("client-key-file", identity == null ? null : new ShownValue(identity.keyOrigin(), identity.key()));
        return keys;
    }

    private static Map<String, @Nullable Object> timeouts(ApiSettings api) {
        Map<String, @Nullable Object> keys = keys("connect", DurationText.format(api.connectTimeout()));
        keys.put("request", DurationText.format(api.requestTimeout()));
        return keys;
    }

    private static Map<String, @Nullable Object> poll(PollSettings poll) {
        Map<String, Object> intervals = new LinkedHashMap<>();
        for (Api api : Api.openedBy(EnumSet.allOf(TokenKind.class))) {
            intervals.put(api.label(), DurationText.format(poll.interval(api)));
        }
        Map<String, @Nullable Object> keys = keys("intervals", intervals);
        keys.put("stale-after-intervals", poll.staleAfterIntervals());
        return keys;
    }

    private static Map<String, @Nullable Object> privacy(MetricSettings metrics, ConfigFiles files) {
        Map<String, @Nullable Object> keys = keys("level", metrics.privacy().label());
        keys.put(
                "host-key-file",
                files.hostKey() == null ? null : new ShownValue(files.hostKey().toString(), metrics.pseudonyms()));
        return keys;
    }

    private static Map<String, @Nullable Object> inventory(FindingSettings findings, ConfigFiles files) {
        Map<String, @Nullable Object> keys = keys("file", text(files.inventory()));
        keys.put("hosts", findings.hosts().stream().map(EffectiveConfig::host).toList());
        return keys;
    }

    private static Map<String, @Nullable Object> host(HostEntry host) {
        Map<String, @Nullable Object> keys = keys("name", host.name());
        keys.put("realm", host.realm());
        keys.put("ssh-host", host.sshHost());
        keys.put("nat-port-base", host.natPortBase());
        keys.put("guest-cidr", text(host.guestCidr()));
        keys.put("pinned", host.pinned());
        keys.put("vcpus", host.vcpus());
        keys.put("memory", size(host.memoryBytes()));
        keys.put("devices", new TreeMap<>(host.devices()));
        keys.put("schedulable", host.schedulable());
        keys.values().removeIf(Objects::isNull);
        return keys;
    }

    private static Map<String, @Nullable Object> findings(FindingSettings settings) {
        Map<String, @Nullable Object> placement = keys("nat-arithmetic", settings.natArithmetic());
        placement.put("vcpu-overcommit", settings.vcpuOvercommit());
        Map<String, Object> largeVms = new TreeMap<>();
        settings.largeVmMemoryBytes().forEach((realm, bytes) -> largeVms.put(realm, SizeText.format(bytes)));
        Map<String, @Nullable Object> findings = keys("silent-after", DurationText.format(settings.silentAfter()));
        findings.put("large-vm-memory", largeVms);
        Map<String, @Nullable Object> sections = keys("placement", placement);
        sections.put("findings", findings);
        sections.put("quota", keys("exempt-bricks", new TreeSet<>(settings.exemptBricks())));
        return sections;
    }

    private static List<Map<String, @Nullable Object>> exemptions(MetricSettings metrics) {
        List<Map<String, @Nullable Object>> exemptions = new ArrayList<>();
        for (AlertExemption exemption : metrics.alertExemptions()) {
            Map<String, @Nullable Object> keys = keys("team", exemption.team());
            keys.put("alert", exemption.alert());
            exemptions.add(keys);
        }
        return exemptions;
    }

    private static Map<String, @Nullable Object> identity(IdentitySettings identity, PollSettings poll) {
        Map<String, @Nullable Object> providers = new LinkedHashMap<>();
        for (IdentityProvider provider : IdentityProvider.values()) {
            Optional<ProviderSettings> settings =
                    Optional.ofNullable(identity.providers().get(provider));
            Map<String, @Nullable Object> keys = provider(provider, settings);
            keys.put("interval", DurationText.format(poll.interval(provider.api())));
            providers.put(provider.label(), keys);
        }
        return providers;
    }

    /** @param settings none when the provider is not configured */
    private static Map<String, @Nullable Object> provider(
            IdentityProvider provider, Optional<ProviderSettings> settings) {
        Map<String, @Nullable Object> keys =
                keys("base-url", text(settings.map(ProviderSettings::baseUrl).orElse(null)));
        if (provider == IdentityProvider.ALLTHENTICATE) {
            keys.put("header", settings.map(ProviderSettings::header).orElse(null));
            keys.put("scheme", settings.flatMap(ProviderSettings::wordBeforeKey).orElse(null));
        }
        keys.put("api-key", settings.map(given -> token(given.key())).orElse(null));
        keys.put("tls", tls(settings.map(ProviderSettings::tls).orElse(TlsSettings.PLATFORM)));
        keys.put(
                "proxy",
                settings.flatMap(ProviderSettings::viaProxy)
                        .map(EffectiveConfig::proxy)
                        .orElse(null));
        return keys;
    }

    private static String proxy(InetSocketAddress address) {
        return "http://" + ListenAddress.format(address);
    }

    private static Map<String, @Nullable Object> web(HttpSettings http, ConfigFiles files) {
        Map<String, @Nullable Object> keys = keys(
                "listen-address",
                http.listenAddresses().stream().map(ListenAddress::format).toList());
        keys.put("telemetry-path", http.telemetryPath());
        keys.put("allow-open", http.allowOpen());
        keys.put("enable-lifecycle", http.lifecycle());
        keys.put("config", keys("file", text(files.web())));
        return keys;
    }

    private static Map<String, @Nullable Object> keys(String first, @Nullable Object value) {
        Map<String, @Nullable Object> keys = new LinkedHashMap<>();
        keys.put(first, value);
        return keys;
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private static @Nullable String size(@Nullable Long bytes) {
        return bytes == null ? null : SizeText.format(bytes);
    }
}
