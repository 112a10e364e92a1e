/**
 * Who one is and whom one trusts, from PEM: the same for the server side and the client side.
 *
 * <p>Comes in: the content of files, read by {@code config}. Goes out: {@link io.github.ticryptexporter.tls.Identity} and
 * {@link io.github.ticryptexporter.tls.Trust}, values that are equal when a rotated file holds what it held before. No I/O.
 */
@NullMarked
package io.github.ticryptexporter.tls;

import org.jspecify.annotations.NullMarked;
