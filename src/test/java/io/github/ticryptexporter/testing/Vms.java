package io.github.ticryptexporter.testing;

import io.github.ticryptexporter.fleet.EpochMillis;
import io.github.ticryptexporter.fleet.HostAndPort;
import io.github.ticryptexporter.fleet.OwnerType;
import io.github.ticryptexporter.fleet.Resources;
import io.github.ticryptexporter.fleet.VmInfo;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes a VM like {@link Fleets#aRunningVm} but for what a test says. */
public final class Vms {
    private final VmInfo like;
    private String name;
    private String owner;
    private String brick;
    private boolean active = true;
    private String ip;
    private @Nullable String team;
    private @Nullable String project;
    private List<String> drives = List.of();
    private @Nullable String config;
    private @Nullable String protocol;
    private @Nullable Resources resources;
    private OwnerType ownerType;
    private HostAndPort ssh;
    private HostAndPort vpn;
    private @Nullable Instant lastPing;
    private @Nullable Instant start;
    private boolean shutDown;

    private Vms(VmInfo like) {
        this.like = like;
        this.name = like.name();
        this.owner = like.owner();
        this.config = like.config();
        this.brick = like.brick();
        this.ip = like.ip();
        this.team = like.team();
        this.protocol = like.protocol();
        this.resources = like.resources();
        this.ownerType = like.ownerType();
        this.ssh = like.ssh();
        this.vpn = like.vpn();
        this.lastPing = like.lastPing();
        this.start = like.start();
    }

    /** Begins with the running VM. */
    public static Vms vm(String id) {
        return new Vms(Fleets.aRunningVm(id));
    }

    /** Reached at this address, on the ports of a NAT base and a last octet of the guest's address. */
    public Vms behind(String host, int natPortBase, int octet) {
        return ip("192.168.122." + octet).ssh(host, natPortBase + octet).vpn(host, natPortBase + octet + 256);
    }

    /** Reached at this address in a way that gives no NAT base away. */
    public Vms reachedAt(String host) {
        return ssh(host, 22).vpn(host, 1194);
    }

    /** Nothing known of where it is reached. */
    public Vms reachedNowhere() {
        this.ssh = HostAndPort.NONE;
        this.vpn = HostAndPort.NONE;
        return this;
    }

    public Vms ip(String address) {
        this.ip = address;
        return this;
    }

    public Vms ssh(String host, int port) {
        this.ssh = new HostAndPort(host, port);
        return this;
    }

    public Vms vpn(String host, int port) {
        this.vpn = new HostAndPort(host, port);
        return this;
    }

    public Vms named(String text) {
        this.name = text;
        return this;
    }

    public Vms brick(String id) {
        this.brick = id;
        return this;
    }

    public Vms team(@Nullable String id) {
        this.team = id;
        return this;
    }

    public Vms protocol(@Nullable String version) {
        this.protocol = version;
        return this;
    }

    public Vms project(String id) {
        this.project = id;
        return this;
    }

    /** Names these drives. */
    public Vms with(String... driveIds) {
        this.drives = List.of(driveIds);
        return this;
    }

    /** Started from this config; null for none. */
    public Vms from(@Nullable String configId) {
        this.config = configId;
        return this;
    }

    public Vms ownedBy(OwnerType type) {
        this.ownerType = type;
        return this;
    }

    public Vms ownedBy(OwnerType type, String id) {
        this.owner = id;
        return ownedBy(type);
    }

    public Vms takes(long vcpus, long gib, Map<String, Long> devices) {
        this.resources = new Resources(vcpus, gib * Fleets.GIB, devices);
        return this;
    }

    public Vms takes(Resources taken) {
        this.resources = taken;
        return this;
    }

    public Vms withoutResources() {
        this.resources = null;
        return this;
    }

    /** Last heard of this long before the clocks start; null for never. */
    public Vms pinged(@Nullable Duration ago) {
        this.lastPing = ago == null ? null : ManualClock.START.minus(ago);
        return this;
    }

    /** Started this long before the clocks start; null for not known. */
    public Vms started(@Nullable Duration ago) {
        this.start = ago == null ? null : ManualClock.START.minus(ago);
        return this;
    }

    public Vms inactive() {
        this.active = false;
        return this;
    }

    public Vms shuttingDown() {
        this.shutDown = true;
        return this;
    }

    public VmInfo made() {
        return new VmInfo(
                like.id(),
                name,
                owner,
                brick,
                active,
                ip,
                team,
                project,
                drives,
                protocol,
                resources,
                ownerType,
                ssh,
                vpn,
                EpochMillis.of(lastPing),
                EpochMillis.of(start),
                shutDown,
                config);
    }
}
