package io.github.ticryptexporter.simulator.wire;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Limits; an absent one, and a key absent from a map, is no limit. Memory and storage in bytes. */
public final class QuotasTyped {
    public @Nullable Long cores;
    public @Nullable Long memory;
    public @Nullable Map<String, Long> storage;
    public @Nullable Map<String, Long> devices;
}
