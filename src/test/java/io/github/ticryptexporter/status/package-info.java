/** The page for a person, compared whole. */
@NullMarked
package io.github.ticryptexporter.status;

import org.jspecify.annotations.NullMarked;
