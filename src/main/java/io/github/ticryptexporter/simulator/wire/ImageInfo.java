package io.github.ticryptexporter.simulator.wire;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A VM image, as {@code GET /api/vms/images} lists it. */
public final class ImageInfo {
    public String id = "";
    public @Nullable String name;
    public @Nullable String description;
    public @Nullable Long size;
    /** windows or linux. */
    public @Nullable String imageType;

    public LibvirtExtraInfo info = new LibvirtExtraInfo();
    public @Nullable Long created;
    public @Nullable Long modified;
    public @Nullable Integer version;
    public @Nullable String parent;
    public @Nullable Integer limit;
    public @Nullable Map<String, Object> settings;
}
