/**
 * How fast and how large the exporter is, beside what others do with the same bytes: run by hand, never by the build.
 *
 * <p>{@code Bench} is the command line. {@code MicroBenchmarks} runs JMH on parts (parse, render, compress; each lies in the
 * package of its subject) and prints them against their peers. The others start the packaged jar as a process on a
 * simulated site and look at it from outside, as a user would: {@code StartUp}, {@code SiteCost}, {@code Serving}, {@code
 * ScrapeWhilePolling}.
 *
 * <p>Comes in: flags, the exporter's jar, programs of the machine. Goes out: tables in Markdown, whose figures are ratios
 * wherever a peer ran beside. A program that is missing is named in the place of its figures.
 */
@NullMarked
package io.github.ticryptexporter.bench;

import org.jspecify.annotations.NullMarked;
