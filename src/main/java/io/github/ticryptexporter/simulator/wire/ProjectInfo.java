package io.github.ticryptexporter.simulator.wire;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A project, as {@code GET /api/projects} lists it. */
public final class ProjectInfo {
    public String id = "";
    public String name = "";
    public String desc = "";
    public String securityLevel = "";
    public @Nullable String parent;
    public Map<String, Object> settings = Map.of();
    public long created;
    public long modified;
}
