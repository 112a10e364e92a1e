package io.github.ticryptexporter.cli;

/**
 * Which made-up site is simulated.
 *
 * @param seed the same seed gives the same site and tokens
 * @param scale size relative to the built-in site; above 0
 * @param scenario what goes wrong in it, by name
 */
public record SiteOptions(long seed, double scale, String scenario) {

    static final long DEFAULT_SEED = 1;
    static final int DEFAULT_SCALE = 1;
    static final int LARGEST_SCALE = 100;

    public SiteOptions {
        if (!(scale > 0 && scale <= LARGEST_SCALE)) {
            throw new IllegalArgumentException("scale is not above 0 and at most " + LARGEST_SCALE + ": " + scale);
        }
    }
}
