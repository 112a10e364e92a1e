/**
 * Reads the REST API, nothing else: a route goes in, an {@code ApiResult} comes out.
 *
 * <p>Read-only by construction: the routes are constants and the verb is no parameter. Bodies are streamed into the
 * records of {@code fleet} under a cap on decompressed bytes and one deadline for the whole exchange. Expected trouble
 * is a value, never an exception. Safe for one caller at a time.
 */
@NullMarked
package io.github.ticryptexporter.api;

import org.jspecify.annotations.NullMarked;
