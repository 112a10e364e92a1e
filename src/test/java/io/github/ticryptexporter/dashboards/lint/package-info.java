/**
 * What a dashboard has to keep to, judged by its JSON alone: whoever made it, a person would find the same.
 *
 * <p>{@code LinterRules} has those of Grafana's own dashboard linter, in our words; the other classes named
 * {@code ...Rules} have ours, by subject. A finding says where, what is wrong and what to do. Each rule has a damage, in
 * {@code damages.yaml}, that it finds; where one does not hold is in {@code .ci/dashboards.lint}, with the reason.
 */
@NullMarked
package io.github.ticryptexporter.dashboards.lint;

import org.jspecify.annotations.NullMarked;
