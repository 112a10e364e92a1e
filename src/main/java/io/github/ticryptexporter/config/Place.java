package io.github.ticryptexporter.config;

/**
 * Where a value was written.
 *
 * @param line 0 for a value that no file contains
 * @param secret whether what is written there may be a secret
 */
record Place(int line, boolean secret, Context context) {

    /** For the end of a message; empty for what was not read from a file. */
    @Override
    public String toString() {
        return context.at(line);
    }
}
