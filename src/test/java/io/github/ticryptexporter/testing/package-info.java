/** What several tests share: clocks that stand still, named sample values, tools of the machine. */
@NullMarked
package io.github.ticryptexporter.testing;

import org.jspecify.annotations.NullMarked;
