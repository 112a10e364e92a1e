package io.github.ticryptexporter.exposition;

/** Says that rendered bytes are no exposition: where, and why, without any label or value of it. */
public final class DamagedExpositionException extends RuntimeException {

    DamagedExpositionException(String message) {
        super(message);
    }
}
