package io.github.ticryptexporter.simulator.wire;

import java.util.Map;

/** What a VM takes from its host; memory in bytes, device types with zeros included. */
public final class HostUsage {
    public int vms;
    public int vcpus;
    public long memory;
    public Map<String, Integer> devices = Map.of();
}
