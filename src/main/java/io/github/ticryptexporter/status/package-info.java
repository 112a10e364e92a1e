/**
 * The page for a person: a snapshot goes in, HTML comes out.
 *
 * <p>Pure. Shows nothing that the exposition at the current privacy level would not show.
 */
@NullMarked
package io.github.ticryptexporter.status;

import org.jspecify.annotations.NullMarked;
