/**
 * What a dashboard has to keep to, judged by its JSON alone: whoever made it, a person would find the same.
 *
 * <p>{@code LinterRules} has those of Grafana's own dashboard linter, in our words; the other classes named
 * {@code ...Rules} have ours, by subject. Each rule gives findings that say where and what to do, and has a damage among
 * the tests that it finds. What does not hold is in {@code .ci/dashboards.lint}, with a reason.
 */
@NullMarked
package io.github.ticryptexporter.dashboards.lint;

import org.jspecify.annotations.NullMarked;
