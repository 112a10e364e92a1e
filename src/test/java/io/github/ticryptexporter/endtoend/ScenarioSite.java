package io.github.ticryptexporter.endtoend;

import io.github.ticryptexporter.simulator.Scenario;
import io.github.ticryptexporter.simulator.SimulatedHost;
import io.github.ticryptexporter.simulator.SimulatedSite;
import io.github.ticryptexporter.simulator.SimulatorSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** A simulated site that begins calm, and the packaged exporter on it, which knows its hosts and asks every 2 seconds. */
final class ScenarioSite implements AutoCloseable {
    /** One on which a lost host is a fifth of its realm, and on which ten busy minutes fill the hosts. */
    private static final long SEED = 321;

    private static final double SCALE = 0.15;
    private static final List<String> TOKENS = List.of("drive", "vm", "team", "project", "user");

    private final String name;
    private final JumpingClock clock;
    private final SimulatedSite site;
    private final RunningProcess exporter;

    private ScenarioSite(String name, JumpingClock clock, SimulatedSite site, RunningProcess exporter) {
        this.name = name;
        this.clock = clock;
        this.site = site;
        this.exporter = exporter;
    }

    /** @param name the value of the label {@code site} */
    static ScenarioSite start(String name, Path folder) throws IOException {
        JumpingClock clock = new JumpingClock();
        InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        SimulatedSite site = new SimulatedSite(new SimulatorSettings(anyPort, SEED, SCALE, Scenario.CALM), clock);
        site.start();
        return new ScenarioSite(name, clock, site, Jar.serve(folder, yaml(site, folder)));
    }

    String name() {
        return name;
    }

    /** Where the exporter is scraped, once it has read every source. */
    String authority() {
        return Web.ofServe(exporter).awaitReady().base().getAuthority();
    }

    /** Another exporter that reads the same site, for the caller to end. */
    RunningProcess replica(Path folder) throws IOException {
        return Jar.serve(folder, yaml(site, folder));
    }

    void play(Scenario scenario) {
        site.scenario(scenario);
    }

    /** Lets the site live through so much now. Its answers go on telling the time that it really is. */
    void pass(Duration duration) {
        clock.jump(duration);
        site.dateSkew(duration.negated());
    }

    void stopExporter() throws InterruptedException {
        exporter.terminate();
        exporter.exitCode();
    }

    @Override
    public void close() throws IOException {
        exporter.close();
        site.close();
    }

    private static String yaml(SimulatedSite site, Path folder) throws IOException {
        StringBuilder yaml = new StringBuilder("ticrypt:\n  base-url: " + site.uri() + "\n  tokens:\n");
        for (String kind : TOKENS) {
            Path file = TokenFile.of(folder, site.tokens().getOrDefault(kind, ""));
            yaml.append("    %s: { file: %s }\n".formatted(kind, file));
        }
        yaml.append("""
                poll:
                  intervals: { vms: 2s, vm_configs: 2s, drives: 2s, teams: 2s, vm_images: 2s, projects: 5s, users: 5s }
                  stale-after-intervals: 25
                findings: { large-vm-memory: { libvirt: 256GiB } }
                inventory:
                  hosts:
                """);
        site.hosts().forEach(host -> yaml.append(entry(host)));
        return yaml.toString();
    }

    private static String entry(SimulatedHost host) {
        return String.format(
                Locale.ROOT,
                "    - { name: %s, realm: %s, ssh-host: %s, nat-port-base: %d, pinned: %s, vcpus: %d, memory: %d, devices: %s }%n",
                host.name(),
                host.realm(),
                host.sshHost(),
                host.natPortBase(),
                host.name(),
                host.vcpus(),
                host.memoryBytes(),
                host.devices().toString().replace("=", ": "));
    }
}
