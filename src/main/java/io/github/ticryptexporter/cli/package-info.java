/**
 * Arguments to a sealed {@code Command}, and the short-lived commands, one file each.
 *
 * <p>Runs on the main thread. Only this package writes to standard output.
 */
@NullMarked
package io.github.ticryptexporter.cli;

import org.jspecify.annotations.NullMarked;
