package io.github.ticryptexporter.exposition;

/**
 * How what is exposed is handled before anyone sees it.
 *
 * @param selfCheck whether every publish is read back first, and not published where that fails
 */
public record ExpositionSettings(boolean selfCheck) {

    /** Rendered bytes are trusted. */
    public static final ExpositionSettings DEFAULT = new ExpositionSettings(false);
}
