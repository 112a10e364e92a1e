package io.github.ticryptexporter.history;

import io.github.ticryptexporter.poll.SteppedExporter;
import io.github.ticryptexporter.simulator.Fault;
import io.github.ticryptexporter.simulator.Scenario;
import io.github.ticryptexporter.simulator.SimulatedSite;
import io.github.ticryptexporter.simulator.SimulatorSettings;
import io.github.ticryptexporter.simulator.wire.Fleet;
import io.github.ticryptexporter.testing.ManualClock;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A site, the exporter that reads it, and a Prometheus that scrapes this once a minute and keeps the samples. */
public final class WatchedSite implements AutoCloseable {
    /** The labels of the target. */
    public static final String TARGET = "job=\"ticrypt-exporter\",instance=\"exporter-1:9919\",site=\"alpha\"";

    /** Ten teams, fifteen VMs, 150 drives and a hundred users. */
    private static final double SCALE = 0.05;

    private static final String UP = "up{" + TARGET + "}";
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final ManualClock clock;
    private final SimulatedSite site;
    private final Path folder;
    private final Scrapes scrapes;
    private final Inventory inventory;
    private final Map<String, Fault> faults = new HashMap<>();
    private final Map<String, Double> written = new HashMap<>();

    private @Nullable SteppedExporter exporter;
    private String exposition = "";
    private String further = "";
    private boolean isTarget = true;
    private boolean hangs;
    private int minute;
    private int startedIn;

    private WatchedSite(SimulatedSite site, ManualClock clock, Path folder, Scrapes scrapes) {
        this.site = site;
        this.clock = clock;
        this.folder = folder;
        this.scrapes = scrapes;
        this.inventory = Inventory.of(site);
    }

    /** A calm site that is about to be read for the first time. */
    public static WatchedSite start(long seed, Path folder, Scrapes scrapes) throws Exception {
        InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        ManualClock clock = new ManualClock();
        SimulatedSite site = new SimulatedSite(new SimulatorSettings(anyPort, seed, SCALE, Scenario.CALM), clock);
        site.start();
        WatchedSite watched = new WatchedSite(site, clock, folder, scrapes);
        watched.startExporter();
        return watched;
    }

    /** Scrapes, and lets a minute pass; what is changed beforehand is seen by this scrape. */
    public void pass() throws Exception {
        if (isTarget) {
            scrape();
        }
        passUnseen();
    }

    /** Lets a minute pass without a scrape, and without a poll. */
    public void passUnseen() {
        minute++;
        clock.advance(MINUTE);
    }

    private void scrape() throws Exception {
        SteppedExporter running = exporter;
        scrapes.put(minute, UP, running == null ? 0 : 1);
        if (running != null) {
            if (!hangs) {
                running.leap(Duration.ZERO);
                exposition = running.text();
            }
            scrapes.scrape(minute, exposition, written);
        }
    }

    /** The minute that the next scrape belongs to, counted from the start. */
    public int minute() {
        return minute;
    }

    /** When that minute begins. */
    public Instant now() {
        return ManualClock.START.plus(MINUTE.multipliedBy(minute));
    }

    public Inventory inventory() {
        return inventory;
    }

    /** Changes the fleet as it is now. */
    public void edit(Consumer<Fleet> change) {
        site.edit(change);
    }

    /** Calls back with the path of each read, before it is answered and on another thread. */
    public void onRead(Consumer<String> listener) {
        site.onRequest(request -> listener.accept(request.path()));
    }

    /** How many VMs there are, as a share of those at the start. */
    public void crowd(double share) {
        site.crowd(share);
    }

    public void scenario(Scenario scenario) {
        site.scenario(scenario);
    }

    /** Lets the backend's clock differ from that of all others. */
    void skew(Duration ahead) {
        site.dateSkew(ahead);
    }

    /** Spoils the answers of a path until told otherwise. */
    public void fault(String path, Fault fault) {
        faults.put(path, fault);
        site.fault(path, fault);
    }

    /** Spoils the answers of a path, or takes that back; a path that is spoilt for longer stays so. */
    void stumble(String path, boolean down) {
        Fault lasting = faults.getOrDefault(path, Fault.none());
        site.fault(path, down ? Fault.none().withStatus(503) : lasting);
    }

    /** Keeps a sample with each scrape that no exporter has made, of a series with all its labels. */
    public void write(String series, double value) {
        written.put(series, value);
    }

    void writeNoLonger(String series) {
        written.remove(series);
    }

    /** An exporter without a memory begins to answer. */
    public void startExporter() throws Exception {
        exporter = SteppedExporter.start(folder, yaml(), clock);
        startedIn = minute;
    }

    /** The minute in which the exporter last began to answer. */
    public int startedIn() {
        return startedIn;
    }

    /** The exporter starts anew with further settings, as YAML. */
    public void configure(String yaml) throws Exception {
        further = yaml;
        startExporter();
    }

    public void stopExporter() {
        exporter = null;
    }

    /** Lets the exporter answer scrapes and read nothing, or read again. */
    public void hang(boolean now) {
        hangs = now;
    }

    /** Whether Prometheus knows of an exporter at all. */
    void target(boolean known) {
        isTarget = known;
    }

    private String yaml() {
        StringBuilder yaml = new StringBuilder("ticrypt:\n  base-url: " + site.uri() + "\n  tokens:\n");
        site.tokens().forEach((name, token) -> {
            if (!name.endsWith(".full")) {
                yaml.append("    %s: { value: \"%s\" }\n".formatted(name, token));
            }
        });
        return yaml + inventory.yaml() + "findings: { large-vm-memory: { libvirt: 256GiB, libvirt2: 256GiB } }\n"
                + further;
    }

    @Override
    public void close() {
        site.close();
    }
}
