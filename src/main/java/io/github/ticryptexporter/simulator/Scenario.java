package io.github.ticryptexporter.simulator;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What befalls the simulated site; switchable while it runs, and undone when another one takes over. */
public enum Scenario {
    /** Consistent throughout, and no team exceeds a quota. */
    CALM,
    /** Many starts: teams reach their quotas, some exceed them, hosts fill up. */
    BUSY,
    /** Drives, VMs and configs disagree in every way the API can show, as when database and libvirt have drifted apart. */
    DRIFT,
    /** The fullest host is gone: most of its VMs vanish from the list, the rest stay listed and silent. */
    HOST_DOWN,
    /** A fixed share of answers is an error, cut short, slow, or a web page. */
    API_FLAKY,
    /** The VM tokens are no longer valid. */
    TOKEN_REVOKED;

    /** The name on the command line and on the scenario route, such as {@code host-down}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The scenario of that label; empty when there is none. */
    public static Optional<Scenario> labelled(String label) {
        return Arrays.stream(values())
                .filter(scenario -> scenario.label().equals(label))
                .findFirst();
    }

    /** Every label, in the order of the constants. */
    public static List<String> labels() {
        return Arrays.stream(values()).map(Scenario::label).toList();
    }
}
