package io.github.ticryptexporter.fleet;

import org.jspecify.annotations.Nullable;

/**
 * A VM config as {@code GET /api/vms/<realm>/configs} lists it, reduced to what is exposed.
 *
 * @param vm id of the VM that it was last started as; null for none
 * @param host the host it is pinned to; null for none
 */
public record VmConfigInfo(
        String id,
        VmConfigState state,
        @Nullable String vm,
        @Nullable String host) {}
