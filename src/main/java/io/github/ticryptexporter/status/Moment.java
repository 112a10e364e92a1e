package io.github.ticryptexporter.status;

import io.github.ticryptexporter.fleet.SourceId;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * When somebody looks at the page.
 *
 * @param now what ages are counted to
 * @param untilNextTry how long until each source is read again, zero where it is due; one that nothing is asked of is left
 *     out
 */
public record Moment(Instant now, Map<SourceId, Duration> untilNextTry) {

    public Moment {
        untilNextTry = Map.copyOf(untilNextTry);
    }

    Duration since(Instant then) {
        return Duration.between(then, now);
    }
}
