package io.github.ticryptexporter.simulator.wire;

import java.util.Map;

/** What a VM's controller reported at one time. */
public final class VMCInfo {
    public long timestamp;
    public Map<String, Object> info = Map.of();
}
