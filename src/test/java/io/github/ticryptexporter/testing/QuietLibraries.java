package io.github.ticryptexporter.testing;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Keeps the dozen lines that the web libraries log at each start and stop out of the tests' output. */
public final class QuietLibraries implements BeforeAllCallback {
    /** Held, for a logger that nobody holds forgets its level. */
    private static final List<Logger> LOGGERS =
            List.of(Logger.getLogger("io.javalin"), Logger.getLogger("org.eclipse.jetty"));

    @Override
    public void beforeAll(ExtensionContext context) {
        LOGGERS.forEach(logger -> logger.setLevel(Level.WARNING));
    }
}
