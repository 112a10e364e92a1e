/** The facts: what the records refuse, and how one snapshot becomes the next. */
@NullMarked
package io.github.ticryptexporter.fleet;

import org.jspecify.annotations.NullMarked;
