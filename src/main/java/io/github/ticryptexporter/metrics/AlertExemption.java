package io.github.ticryptexporter.metrics;

/**
 * A team that an alert leaves alone.
 *
 * @param team id without its {@code team|} prefix
 * @param alert name of the alert rule
 */
public record AlertExemption(String team, String alert) {}
