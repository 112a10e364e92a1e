/**
 * Serves bodies, pages and health; knows readiness, not a fleet.
 *
 * <p>Javalin on Jetty with a small pool of platform threads. Handlers hold no state; what they serve is handed in.
 */
@NullMarked
package io.github.ticryptexporter.http;

import org.jspecify.annotations.NullMarked;
