package io.github.ticryptexporter.simulator;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What befalls the simulated site; switchable while it runs, and undone when another one takes over. Each raises alerts of
 * its own, which an end-to-end test sees come and go.
 */
public enum Scenario {
    /** Consistent throughout, and no team exceeds a quota. Raises no warning. */
    CALM,
    /**
     * Many starts: teams reach their quotas, some exceed them, hosts fill up. Raises TicryptTeamQuotaExceeded and its
     * milder neighbours within a minute, then what the room in realms is about. At its end many VMs go at once, which
     * raises TicryptDataShrank.
     */
    BUSY,
    /**
     * Drives, VMs and configs disagree in every way the API can show, as when database and libvirt have drifted apart.
     * Raises TicryptStateDrift, TicryptVmStuckStarting, TicryptDriveStuckTransition and TicryptVmsSilent.
     */
    DRIFT,
    /**
     * The fullest host is gone: most of its VMs vanish from the list, the rest stay listed and silent. Raises
     * TicryptVmsSilent, critical where the silent ones are a fifth of their realm, and TicryptStateDrift.
     */
    HOST_DOWN,
    /** A fixed share of answers is an error, cut short, slow, or a web page. Raises TicryptApiErrorsHigh. */
    API_FLAKY,
    /** The VM tokens are no longer valid. Raises TicryptTokenRejected, and quietly TicryptApiDown and what follows. */
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
