/**
 * File, environment, flags and defaults to one validated record; every problem is reported at once.
 *
 * <p>Comes in: a YAML file, environment variables, flags. Goes out: {@link ExporterConfig}, made of the settings records
 * that live beside the code that obeys them. Read on the caller's thread.
 */
@NullMarked
package io.github.ticryptexporter.config;

import org.jspecify.annotations.NullMarked;
