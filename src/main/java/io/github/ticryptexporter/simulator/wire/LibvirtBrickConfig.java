package io.github.ticryptexporter.simulator.wire;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The libvirt part of a {@link BrickInfo}. */
public final class LibvirtBrickConfig {
    public Volume image = new Volume();
    /** vnc or spice. */
    public @Nullable String video;

    public @Nullable Boolean pty;
    /** utc or localtime. */
    public @Nullable String clockOffset;

    public @Nullable String nic;
    public @Nullable Map<String, Integer> devices;
    public @Nullable String extraXML;
    public @Nullable String headfullGPU;
    public @Nullable String deviceBusType;

    /** A volume in a storage pool; the API document gives this type no name. */
    public static final class Volume {
        public String pool = "";
        public String volume = "";
    }
}
