package io.github.ticryptexporter.exposition;

/** One of the forms in which a body can be asked for. */
record Variant(Format format, Encoding encoding) {}
