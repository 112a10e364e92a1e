/** What lies in {@code alerts}: that the files are whole, say the same, and do what they are for. */
@NullMarked
package io.github.ticryptexporter.rules;

import org.jspecify.annotations.NullMarked;
