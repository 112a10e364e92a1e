package io.github.ticryptexporter.simulator.wire;

import java.util.LinkedHashMap;
import java.util.Map;

/** What the API keeps per realm; configs and images do not name their realm on the wire, so it is where they are kept. */
public final class Realm {
    public final String id;
    public final Map<String, ImageInfo> images = new LinkedHashMap<>();
    public final Map<String, VMConfigInfo> configs = new LinkedHashMap<>();
    public final Map<String, VirtualMachine> vms = new LinkedHashMap<>();

    public Realm(String id) {
        this.id = id;
    }
}
