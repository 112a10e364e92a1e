package io.github.ticryptexporter.simulator.wire;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A running VM, as {@code GET /api/vms/<realm>/active} lists it. */
public final class VirtualMachine {
    public String id = "";
    public String name = "";
    public String owner = "";
    public String brick = "";
    public boolean active;
    /** PEM. */
    public @Nullable String pubkey;
    /** Device name to drive id. */
    public Map<String, String> drives = Map.of();

    public String ip = "";
    public @Nullable String team;
    public @Nullable String project;
    public int protocolVer;
    public List<String> authedUsers = List.of();
    public List<String> managers = List.of();
    public String realmID = "";
    public @Nullable HostUsage resources;
    /** User or VM: what {@link #owner} names. */
    public @Nullable String ownerType;

    public HostAndPort vpn = new HostAndPort("", 0);
    public HostAndPort ssh = new HostAndPort("", 0);
    public @Nullable Long lastPing;
    public @Nullable Long start;
    public @Nullable Long shutDown;
    public @Nullable String config;
    public List<VMCInfo> vmcInfo = List.of();
    public @Nullable Map<String, Object> systemInfo;
}
