package io.github.ticryptexporter.simulator.wire;

import java.util.List;

/** Who may use a {@link BrickInfo}. */
public final class BrickWhitelist {
    public List<String> teamIDs = List.of();
    public List<String> userIDs = List.of();
}
