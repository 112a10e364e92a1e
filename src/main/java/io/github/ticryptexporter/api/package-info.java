/**
 * Reads the REST API, nothing else: a route goes in, an {@code ApiResult} comes out.
 *
 * <p>Read-only by construction: the routes are constants and {@link io.github.ticryptexporter.api.Get} is the only
 * request there is. Bodies are streamed into the records of {@code fleet} under a cap on decompressed bytes and one
 * deadline for the whole exchange. Expected trouble is a value, never an exception. Safe for one caller at a time.
 *
 * <p>{@code ApiClient} knows the backend's routes. All below it, from {@code Upstream} and {@code Attempt} to {@code
 * Fields}, knows of HTTP and JSON alone and serves {@code identity} too.
 */
@NullMarked
package io.github.ticryptexporter.api;

import org.jspecify.annotations.NullMarked;
