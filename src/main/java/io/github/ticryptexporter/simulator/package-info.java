/**
 * A made-up tiCrypt site behind the REST API on a loopback port: for the commands {@code simulate} and {@code demo}, and for
 * the tests, whose server it is. {@link io.github.ticryptexporter.simulator.SimulatedSite} is the only way in.
 *
 * <p>In: seed, scale, a clock, a scenario; requests. Out: the answers of the API document, in the types of {@link
 * io.github.ticryptexporter.simulator.wire}. Nothing of the exporter is used, so that a misreading of the document shows.
 *
 * <p>Where to look, in the order of the data:
 *
 * <ul>
 *   <li>the fleet at the start: {@code Census}, {@code Hosts}, {@code SiteGenerator} and the generators it calls;
 *   <li>what follows from the fleet: {@code QuotaLedger}, {@code HostLedger}, {@code Roster}, together in {@code World};
 *   <li>what happens each tick: {@code Motion} and the motions it calls, {@code VmLifecycle}, {@code Attachments};
 *   <li>scenarios: {@code Plot} and its implementations; {@code FlakyAnswers};
 *   <li>requests: {@code SiteServer}, {@code Route}, {@code Endpoints}, {@code Authentication}, the classes named after
 *       routes, {@code Sender} and {@code Fault};
 *   <li>identity providers, below a prefix of their own: {@code AccountGenerator}, {@code AccountDrift}, {@code
 *       ProviderRoute}, {@code ProviderEndpoints}.
 * </ul>
 *
 * <p>Threads: requests come on the server's; one lock in {@code LiveWorld} guards the fleet and all that moves it.
 */
@NullMarked
package io.github.ticryptexporter.simulator;

import org.jspecify.annotations.NullMarked;
