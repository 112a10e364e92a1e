/**
 * File, environment, flags and defaults to one validated record; every problem is reported at once.
 *
 * <p>Comes in: a YAML file, environment variables, flags. Goes out: {@link ExporterConfig}, made of the settings records
 * that live beside the code that obeys them. Read on the caller's thread. {@link InventoryFile} alone may be asked again
 * while the daemon runs.
 *
 * <p>A file becomes a {@code YamlNode}, which knows its lines; {@code Section} and {@code Setting} are a cursor over it
 * that collects problems; one {@code ...Binding} for each part of the file asks them for its keys. What nobody asked for
 * is unknown. Nothing that may be a secret is quoted, not even by the YAML parser.
 */
@NullMarked
package io.github.ticryptexporter.config;

import org.jspecify.annotations.NullMarked;
