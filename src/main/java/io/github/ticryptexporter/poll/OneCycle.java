package io.github.ticryptexporter.poll;

import io.github.ticryptexporter.api.FleetApi;
import io.github.ticryptexporter.fleet.Api;
import io.github.ticryptexporter.fleet.FleetSnapshot;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/**
 * One cycle of the poller, for commands that read and end: on a clock that stands still every source is due once, and so
 * is each question that its answer leaves open.
 */
public final class OneCycle {

    private OneCycle() {}

    /**
     * Reads every source on the calling thread, one request at a time; the request timeout bounds each. A source that
     * failed holds no data, and after a failed look-up its route is not asked again.
     *
     * @param configured the routes that can be read, for there is a token or a key
     */
    public static FleetSnapshot read(PollSettings settings, Set<Api> configured, FleetApi api)
            throws InterruptedException {
        AtomicReference<FleetSnapshot> read = new AtomicReference<>(FleetSnapshot.EMPTY);
        Poller poller = new Poller(settings, configured, api, read::set, () -> 0, new Random(), new EdgeLog(false));
        poller.prepare();
        boolean more = true;
        while (more) {
            more = poller.readNext();
        }
        poller.publishIfChanged();
        return Objects.requireNonNull(read.get());
    }
}
