package io.github.ticryptexporter.simulator.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A hardware setup, as {@code PATCH /api/vms/bricks} answers it. */
public final class BrickInfo {
    public String id = "";
    public String name = "";
    public String description = "";
    public @Nullable String setup;
    public int vcores;
    public long maxMemBytes;
    public String realmID = "";
    public @Nullable LibvirtBrickConfig libvirt;
    public @Nullable BrickWhitelist whitelist;
    public String creatorID = "";
    public List<String> externalServers = List.of();
    /** linux or windows. */
    public @Nullable String format;

    public @Nullable String imageID;
    public long created;
    public @Nullable Long modified;
    public boolean noQuota;
    public @Nullable String params;
    public @Nullable String settings;
    /** Secure, Service, Data or Worker. */
    public String vmType = "";
}
