package io.github.ticryptexporter.simulator.wire;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A VM configuration, as {@code GET /api/vms/<realm>/configs} lists it. */
public final class VMConfigInfo {
    public String id = "";
    /** The VM it spawned last; it stays when that VM stops. */
    public @Nullable String vmID;
    /** Stopped, Starting, Running, Suspended or Stopping. */
    public String state = "";

    public List<String> owners = List.of();
    public String name = "";
    public String description = "";
    public String brick = "";
    public @Nullable String team;
    public @Nullable String project;
    public List<String> rwDrives = List.of();
    public List<String> roDrives = List.of();
    public @Nullable String mac;
    public @Nullable String host;
    public @Nullable String controllerID;
    public Map<String, Integer> driveSlots = Map.of();
    public List<String> macOptions = List.of();
    public @Nullable Map<String, Object> settings;
}
