package io.github.ticryptexporter.findings;

import io.github.ticryptexporter.fleet.VmInfo;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a VM sits and how that is known.
 *
 * @param host null exactly when the method is {@link PlacementMethod#UNKNOWN}
 */
public record Placement(
        VmInfo vm, PlacementMethod method, @Nullable Host host) {

    /** The host, unless it is unknown. */
    public Optional<Host> knownHost() {
        return Optional.ofNullable(host);
    }
}
