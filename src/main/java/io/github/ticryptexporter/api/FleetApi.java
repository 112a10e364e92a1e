package io.github.ticryptexporter.api;

import io.github.ticryptexporter.fleet.SourceId;

/** The backend as the poller sees it. */
public interface FleetApi {

    /**
     * Reads one source; blocks until it is answered, failed or past its deadline.
     *
     * @throws InterruptedException when the thread is interrupted meanwhile
     */
    ApiResult<?> read(SourceId source) throws InterruptedException;

    /** Whether a token other than the one used for this source's latest attempt is there to be tried. */
    boolean hasNewToken(SourceId source);
}
