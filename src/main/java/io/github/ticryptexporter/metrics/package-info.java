/**
 * What is exposed: a snapshot goes in, metric families come out; one file for each subject, and the catalogue of all.
 *
 * <p>Pure functions. Only this package knows the name of a metric. A family is one value of {@code Family}: name, type,
 * help, labels, where its data comes from, and the function that fills its rows.
 */
@NullMarked
package io.github.ticryptexporter.metrics;

import org.jspecify.annotations.NullMarked;
