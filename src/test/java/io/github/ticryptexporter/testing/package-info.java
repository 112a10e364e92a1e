/** What tests of several packages share; each type says what it stands for. */
@NullMarked
package io.github.ticryptexporter.testing;

import org.jspecify.annotations.NullMarked;
