package io.github.ticryptexporter.http;

import java.time.Duration;

/**
 * A request that was answered; all but the duration come from small closed sets, fit for labels.
 *
 * @param method {@code GET}, {@code HEAD}, {@code POST} or {@code other}
 * @param route one of the paths served, or {@code other}
 * @param duration from the end of the request's headers to the last byte written
 */
public record FinishedRequest(String method, String route, int status, Duration duration) {}
