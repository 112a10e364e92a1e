/**
 * What a query of Prometheus asks: read from its text, and which labels and quantities its result has.
 *
 * <p>Whether a query is right PromQL says promtool; what is read here it has accepted. {@code Promql} is the tree,
 * {@code PromqlReader} makes it of a text, {@code Families} knows the series there are, and {@code ResultLabels} and
 * {@code ResultQuantity} follow them through a query.
 */
@NullMarked
package io.github.ticryptexporter.promql;

import org.jspecify.annotations.NullMarked;
