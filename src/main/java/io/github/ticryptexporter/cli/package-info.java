/**
 * Arguments to a sealed {@code Command}, and the short-lived commands, one file each.
 *
 * <p>{@code check} is {@code ConfigCheck}, with {@code LiveCheck} where the API is read and {@code RunningCheck} where an
 * exporter that runs is asked; {@code once} is {@code OneShot};
 * {@code metrics} is {@code MetricTable}; {@code assets} is {@code AssetExport}. Each prints and returns an exit code.
 *
 * <p>Runs on the main thread. Only this package writes to standard output.
 */
@NullMarked
package io.github.ticryptexporter.cli;

import org.jspecify.annotations.NullMarked;
