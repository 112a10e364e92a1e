/** What is exposed: hand-made records in, exposition text out, compared whole. */
@NullMarked
package io.github.ticryptexporter.metrics;

import org.jspecify.annotations.NullMarked;
