package io.github.ticryptexporter.api;

import io.github.ticryptexporter.fleet.Api;
import io.github.ticryptexporter.fleet.SourceId;

/** The backend as the poller sees it. */
public interface FleetApi {

    /**
     * Reads one source; blocks until it is answered, failed or past its deadline.
     *
     * @throws InterruptedException when the thread is interrupted meanwhile
     */
    ApiResult<?> read(SourceId source) throws InterruptedException;

    /**
     * Asks for one object; blocks as {@link #read} does. A good answer holds it, or nothing where there is no such object.
     *
     * @param api a route that answers one object
     * @param id as the API spells it
     */
    ApiResult<?> lookUp(Api api, String id) throws InterruptedException;

    /** Whether a token other than the one used for this source's latest attempt is there to be tried. */
    boolean hasNewToken(SourceId source);
}
