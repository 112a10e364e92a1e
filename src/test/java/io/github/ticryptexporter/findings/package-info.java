/** What follows from a snapshot: hand-made records in, findings out. */
@NullMarked
package io.github.ticryptexporter.findings;

import org.jspecify.annotations.NullMarked;
