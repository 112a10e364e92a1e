/**
 * Serves bodies, pages and health; knows readiness, not a fleet.
 *
 * <p>Comes in: {@link io.github.ticryptexporter.http.HttpSettings} and, as small interfaces, what there is to serve
 * ({@link io.github.ticryptexporter.http.Endpoints}). Goes out: bytes, and one word per finished request to an observer.
 *
 * <p>Javalin on Jetty with a small pool of platform threads. Handlers hold no state and run on any of them.
 */
@NullMarked
package io.github.ticryptexporter.http;

import org.jspecify.annotations.NullMarked;
