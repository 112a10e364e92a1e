package io.github.ticryptexporter;

import java.util.logging.LogManager;

/**
 * The platform's log manager, but for one thing: what was set up stays to the end of the process. The platform's own
 * resets itself at the first sign of shutdown, and the lines about stopping would be lost. Public because the platform
 * makes it, by its name.
 */
public final class LastingLogs extends LogManager {

    /** Does nothing: nobody but the platform's shutdown hook and its first initialisation asks for a reset. */
    @Override
    public void reset() {}
}
