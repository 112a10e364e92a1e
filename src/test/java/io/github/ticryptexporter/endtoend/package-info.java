/**
 * The packaged jar as its users meet it: processes with arguments, files, signals and exit codes, judged from outside.
 *
 * <p>In: the jar that the system property {@code exporter.jar} names. Out: claims about what it prints, serves and how it
 * ends. Each class starts its own processes and ends them.
 */
@NullMarked
package io.github.ticryptexporter.endtoend;

import org.jspecify.annotations.NullMarked;
