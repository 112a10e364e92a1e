package io.github.ticryptexporter.fleet;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A team as {@code GET /api/teams} lists it, reduced to what is exposed.
 *
 * @param id without its {@code team|} prefix
 * @param name free text about people; not at every privacy level
 * @param quota of the team as a whole
 * @param startDate from when the team may use resources; null for no bound
 * @param endDate until when the team may use resources; null for no bound
 */
public record TeamInfo(
        String id,
        String name,
        Quota quota,
        @Nullable Instant startDate,
        @Nullable Instant endDate,
        int members) {}
