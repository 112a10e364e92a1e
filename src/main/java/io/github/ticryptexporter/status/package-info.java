/**
 * The page for a person: what was published goes in, HTML comes out.
 *
 * <p>Pure. Shows nothing that the exposition at the current privacy level would not show, since all that it says of the
 * fleet it takes from the published families, by the names of the metric contract, as a dashboard does.
 */
@NullMarked
package io.github.ticryptexporter.status;

import org.jspecify.annotations.NullMarked;
