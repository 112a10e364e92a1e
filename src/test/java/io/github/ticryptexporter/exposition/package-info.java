/** What scrapes must see, judged by eye in text blocks and by other people's parsers. */
@NullMarked
package io.github.ticryptexporter.exposition;

import org.jspecify.annotations.NullMarked;
