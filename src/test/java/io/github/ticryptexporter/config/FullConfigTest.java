package io.github.ticryptexporter.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ticryptexporter.api.ApiSettings;
import io.github.ticryptexporter.api.Secret;
import io.github.ticryptexporter.api.TlsSettings;
import io.github.ticryptexporter.api.TokenSource;
import io.github.ticryptexporter.findings.Cidr;
import io.github.ticryptexporter.findings.FindingSettings;
import io.github.ticryptexporter.findings.HostEntry;
import io.github.ticryptexporter.fleet.Api;
import io.github.ticryptexporter.fleet.FreeText;
import io.github.ticryptexporter.fleet.IdentityProvider;
import io.github.ticryptexporter.fleet.TokenKind;
import io.github.ticryptexporter.http.Authentication;
import io.github.ticryptexporter.http.HttpSettings;
import io.github.ticryptexporter.http.RateLimit;
import io.github.ticryptexporter.http.WebSecurity;
import io.github.ticryptexporter.identity.IdentitySettings;
import io.github.ticryptexporter.identity.ProviderSettings;
import io.github.ticryptexporter.metrics.AlertExemption;
import io.github.ticryptexporter.metrics.HostPseudonyms;
import io.github.ticryptexporter.metrics.PrivacyLevel;
import io.github.ticryptexporter.poll.PollSettings;
import io.github.ticryptexporter.poll.RealmSettings;
import io.github.ticryptexporter.tls.Identity;
import io.github.ticryptexporter.tls.Trust;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file in which every key has a value that is not its default. */
class FullConfigTest {

    private static final String FULL = """
            ticrypt:
              base-url: http://api.example.edu:8080/prefix/
              allow-plain-http: true
              tokens:
                drive: { file: drive.token }
                vm: { env: INVENTED_TOKEN }
                team: { value: invented-value-0042 }
                project: { file: project.token }
                user: { file: user.token }
              realms: { discover: false, include: [libvirt, "2"], exclude: [test] }
              tls: { ca-file: ca.pem, client-cert-file: client.pem, client-key-file: client.key }
              proxy: http://proxy.example.edu:3128
              timeouts: { connect: 1500ms, request: 2m }
              max-response-bytes: 64MiB
            poll:
              intervals: { vms: 1s, vm_configs: 2s, drives: 3m, teams: 4h, vm_images: 5d, projects: 6m, users: 7m,
                           team_quotas: 8m, project: 9m }
              stale-after-intervals: 3
            privacy: { level: detailed, host-key-file: host.key }
            labels:
              team-aliases: { "2d48a972": genomics, "team|0042": physics }
            inventory:
              file: hosts.yaml
              hosts:
                - { name: gpu-01, realm: libvirt, ssh-host: 10.1.2.3, nat-port-base: 30000, guest-cidr: 10.9.0.0/16,
                    pinned: kvm-01, vcpus: 128, memory: 1TiB, devices: { gpu-nvidia: 8 }, schedulable: false }
            placement: { nat-arithmetic: false, vcpu-overcommit: 1.5 }
            findings: { silent-after: 30m, large-vm-memory: { libvirt: 256GiB } }
            quota: { exempt-bricks: [dd86080c] }
            alerts: { exempt: [ { team: "team|2d48a972", alert: TicryptTeamQuotaFull } ] }
            limits: { series: 200_001 }
            identity:
              monocloud: { base-url: "http://id.example.edu/tenant/", api-key: { file: monocloud.key }, interval: 8m,
                           tls: { ca-file: ca.pem, client-cert-file: client.pem, client-key-file: client.key },
                           proxy: "http://proxy.example.edu:3129" }
              allthenticate: { base-url: https://device.example.edu, header: X-Example-Key, scheme: Bearer,
                               api-key: { env: INVENTED_TOKEN }, interval: 9m, proxy: "http://proxy.example.edu:3130",
                               tls: { ca-file: ca.pem, client-cert-file: client.pem, client-key-file: client.key } }
            exposition: { self-check: true }
            web:
              listen-address: [ "127.0.0.1:0", "[::1]:10917" ]
              telemetry-path: /fleet/metrics
              allow-open: true
              enable-lifecycle: true
              config: { file: web.yaml }
            """;

    /** Keys that exclude another one which the full file has, or that this version refuses. */
    private static final Set<String> LEFT_OUT = Set.of(
            "ticrypt.tokens.drive.env",
            "ticrypt.tokens.drive.value",
            "ticrypt.tokens.vm.file",
            "ticrypt.tokens.vm.value",
            "ticrypt.tokens.team.file",
            "ticrypt.tokens.team.env",
            "ticrypt.tokens.project.env",
            "ticrypt.tokens.project.value",
            "ticrypt.tokens.user.env",
            "ticrypt.tokens.user.value",
            "identity.monocloud.api-key.env",
            "identity.monocloud.api-key.value",
            "identity.allthenticate.api-key.file",
            "identity.allthenticate.api-key.value");

    private final Path temporary;
    private final ConfigDirectory directory;
    private final LoadedConfig loaded;
    private final ExporterConfig config;

    FullConfigTest(@TempDir Path temporary) throws Exception {
        this.temporary = temporary;
        directory = new ConfigDirectory(temporary);
        directory.write("host.key", "invented-host-key");
        directory.write("monocloud.key", ConfigDirectory.TOKEN);
        directory.write("hosts.yaml", "hosts: [ { name: cpu-01, realm: libvirt, pinned: kvm-02 } ]");
        directory.write("ca.pem", Pem.CERTIFICATE);
        directory.write("client.pem", Pem.pairedCertificate());
        directory.write("client.key", Pem.pairedKey());
        directory.write("web.yaml", "rate_limit: { interval: 1s, burst: 20 }\n");
        loaded = directory.load(FULL);
        config = loaded.config();
    }

    @Test
    void everyKeyThatTheLoaderKnowsIsInTheFullFile() throws Exception {
        Problems problems = new Problems();
        Context context = new Context(temporary, Overrides.NONE, problems, new SeenFiles(), null);
        YamlNode.Mapping mapping = assertInstanceOf(YamlNode.Mapping.class, YamlReader.parse(FULL, ""));
        Section root = Section.root("", mapping, context);
        new ConfigLoader(Map.of("INVENTED_TOKEN", ConfigDirectory.TOKEN)).bind(directory.path("config.yaml"), root);
        List<String> absent =
                root.absent().stream().filter(key -> !LEFT_OUT.contains(key)).toList();
        assertEquals(List.of(), absent);
    }

    @Test
    void theApiIsReachedAsTheFileSays() throws Exception {
        Map<TokenKind, TokenSource> tokens = Map.of(
                TokenKind.DRIVE, new TokenSource.File("token", directory.path("drive.token")),
                TokenKind.VM, new TokenSource.Environment("INVENTED_TOKEN", new Secret(ConfigDirectory.TOKEN)),
                TokenKind.TEAM, new TokenSource.Value(new Secret("invented-value-0042")),
                TokenKind.PROJECT, new TokenSource.File("token", directory.path("project.token")),
                TokenKind.USER, new TokenSource.File("token", directory.path("user.token")));
        TlsSettings tls = new TlsSettings(
                new Trust(directory.path("ca.pem").toString(), certificates("ca.pem")),
                new Identity(
                        directory.path("client.pem").toString(),
                        directory.path("client.key").toString(),
                        certificates("client.pem"),
                        io.github.ticryptexporter.tls.Pem.privateKey(
                                Files.readAllBytes(directory.path("client.key")))));
        ApiSettings expected = new ApiSettings(
                URI.create("http://api.example.edu:8080/prefix"),
                tokens,
                tls,
                InetSocketAddress.createUnresolved("proxy.example.edu", 3128),
                Duration.ofMillis(1500),
                Duration.ofMinutes(2),
                64L << 20,
                Set.of(FreeText.values()));
        assertEquals(expected, config.api());
    }

    @Test
    void identityProvidersAreReachedAsTheFileSays() {
        ProviderSettings monocloud = new ProviderSettings(
                URI.create("http://id.example.edu/tenant"),
                "X-API-KEY",
                null,
                new TokenSource.File("key", directory.path("monocloud.key")),
                config.api().tls(),
                InetSocketAddress.createUnresolved("proxy.example.edu", 3129));
        ProviderSettings allthenticate = new ProviderSettings(
                URI.create("https://device.example.edu"),
                "X-Example-Key",
                "Bearer",
                new TokenSource.Environment("INVENTED_TOKEN", new Secret(ConfigDirectory.TOKEN)),
                config.api().tls(),
                InetSocketAddress.createUnresolved("proxy.example.edu", 3130));
        assertEquals(
                new IdentitySettings(
                        Map.of(IdentityProvider.MONOCLOUD, monocloud, IdentityProvider.ALLTHENTICATE, allthenticate)),
                config.identity());
    }

    @Test
    void theScheduleIsAsTheFileSays() {
        Map<Api, Duration> intervals = Map.ofEntries(
                Map.entry(Api.TEAM_QUOTAS, Duration.ofMinutes(8)),
                Map.entry(Api.PROJECT, Duration.ofMinutes(9)),
                Map.entry(Api.VMS, Duration.ofSeconds(1)),
                Map.entry(Api.VM_CONFIGS, Duration.ofSeconds(2)),
                Map.entry(Api.DRIVES, Duration.ofMinutes(3)),
                Map.entry(Api.TEAMS, Duration.ofHours(4)),
                Map.entry(Api.VM_IMAGES, Duration.ofDays(5)),
                Map.entry(Api.PROJECTS, Duration.ofMinutes(6)),
                Map.entry(Api.USERS, Duration.ofMinutes(7)),
                Map.entry(Api.IDENTITY_MONOCLOUD, Duration.ofMinutes(8)),
                Map.entry(Api.IDENTITY_ALLTHENTICATE, Duration.ofMinutes(9)));
        RealmSettings realms = new RealmSettings(false, List.of("libvirt", "2"), Set.of("test"));
        assertEquals(new PollSettings(intervals, 3, realms), config.poll());
    }

    @Test
    void inlineHostsComeBeforeThoseOfTheInventoryFile() {
        HostEntry inline = new HostEntry(
                "gpu-01",
                "libvirt",
                "10.1.2.3",
                30000,
                Cidr.parse("10.9.0.0/16"),
                "kvm-01",
                128L,
                1L << 40,
                Map.of("gpu-nvidia", 8L),
                false);
        HostEntry fromFile = new HostEntry("cpu-01", "libvirt", null, null, null, "kvm-02", null, null, Map.of(), true);
        FindingSettings expected = new FindingSettings(
                List.of(inline, fromFile),
                false,
                1.5,
                Duration.ofMinutes(30),
                Map.of("libvirt", 256L << 30),
                Set.of("dd86080c"));
        assertEquals(expected, config.findings());
    }

    @Test
    void teamIdsLoseTheirPrefix() {
        assertEquals(
                Map.of("2d48a972", "genomics", "0042", "physics"),
                config.metrics().teamAliases());
        assertEquals(
                List.of(new AlertExemption("2d48a972", "TicryptTeamQuotaFull")),
                config.metrics().alertExemptions());
    }

    @Test
    void theExpositionIsAsTheFileSays() {
        assertEquals(PrivacyLevel.DETAILED, config.metrics().privacy());
        assertEquals(200_001, config.metrics().seriesLimit());
        assertNotEquals(HostPseudonyms.PLAIN, config.metrics().pseudonyms());
        List<InetSocketAddress> addresses = List.of(ListenAddress.of("127.0.0.1:0"), ListenAddress.of("[::1]:10917"));
        assertEquals(
                new HttpSettings(
                        addresses,
                        "/fleet/metrics",
                        true,
                        true,
                        new WebSecurity(null, Authentication.NONE, Map.of(), new RateLimit(Duration.ofSeconds(1), 20))),
                config.http());
    }

    @Test
    void whatIsAllowedButRiskyIsWarnedOf() {
        assertEquals("""
                ticrypt.base-url: the tokens travel in clear text (ticrypt.allow-plain-http)
                ticrypt.tokens.team.value: the token itself stands in the configuration, where it is easily shared; use file or env
                identity.monocloud.base-url: the keys travel in clear text (ticrypt.allow-plain-http)""", directory.masked(String.join("\n", loaded.warnings())));
    }

    private List<X509Certificate> certificates(String file) throws Exception {
        return io.github.ticryptexporter.tls.Pem.certificates(Files.readAllBytes(directory.path(file)));
    }

    @Test
    void theEffectiveConfigurationShowsEverythingButSecrets() {
        assertEquals(
                ConfigDirectory.golden("effective-full.yaml"),
                directory.masked(EffectiveConfig.render(config, loaded.files())));
    }

    @Test
    void clearTextThatOnlyAProviderIsAskedInIsShownAsAllowed() throws Exception {
        String plain = """
                ticrypt:
                  base-url: https://api.example.edu
                  allow-plain-http: true
                  tokens: { user: { value: invented-value-0042 } }
                identity:
                  monocloud: { base-url: "http://id.example.edu", api-key: { value: invented-value-0042 } }
                """;
        LoadedConfig shown = directory.load(plain);

        assertTrue(EffectiveConfig.render(shown.config(), shown.files()).contains("  allow-plain-http: true\n"));
    }

    @Test
    void theEffectiveConfigurationIsAConfiguration() throws Exception {
        String inline = FULL.replace("file: hosts.yaml", "file:");
        LoadedConfig first = directory.load(inline);
        LoadedConfig second = directory.load(
                EffectiveConfig.render(first.config(), first.files()).replace("***", "invented-value-0042"));
        assertEquals(
                EffectiveConfig.render(first.config(), first.files()),
                EffectiveConfig.render(second.config(), second.files()));
    }
}
