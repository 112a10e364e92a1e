package io.github.ticryptexporter.exposition;

import io.github.ticryptexporter.metrics.ExposedFamily;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** Writes families in one format; without state, and for many threads. */
interface FamilyWriter {

    /** These families, one after the other, without what ends a whole exposition. */
    void write(List<ExposedFamily> families, OutputStream out) throws IOException;
}
