package io.github.ticryptexporter.fleet;

import java.time.Instant;

/**
 * A VM config on its way between states.
 *
 * @param state {@code Starting} or {@code Stopping}
 * @param since when the exporter first saw it there, by its own clock
 */
public record InTransition(VmConfigState state, Instant since) {}
