package io.github.ticryptexporter.endtoend;

import io.github.ticryptexporter.simulator.Scenario;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What befalls a simulated site, and which alerts that raises: a line for each, with its severity and the receiver that is
 * told, or {@code (quiet)} where nobody is, since the cause is told already.
 */
enum Story {
    CALM(Scenario.CALM, ""),
    BUSY(Scenario.BUSY, """
            TicryptTeamQuotaExceeded warning ticrypt-teams
            TicryptTeamUserQuotaAlmostFull info ticrypt-teams
            TicryptRealmSaturated warning ticrypt-tickets
            TicryptRealmCannotFitLargeVm warning ticrypt-tickets
            TicryptRealmNotFailureTolerant warning ticrypt-tickets
            """),
    DRIFT(Scenario.DRIFT, """
            TicryptStateDrift warning ticrypt-tickets
            TicryptVmStuckStarting warning ticrypt-tickets
            TicryptDriveStuckTransition warning ticrypt-tickets
            TicryptVmsSilent info ticrypt-digest
            """),
    HOST_DOWN(Scenario.HOST_DOWN, """
            TicryptVmsSilent critical ticrypt-pager
            TicryptVmsSilent info (quiet)
            TicryptStateDrift warning ticrypt-tickets
            """),
    API_FLAKY(Scenario.API_FLAKY, """
            TicryptApiErrorsHigh warning ticrypt-tickets
            """),
    TOKEN_REVOKED(Scenario.TOKEN_REVOKED, """
            TicryptTokenRejected warning ticrypt-tickets
            TicryptDataStale warning (quiet)
            TicryptApiDown critical (quiet)
            TicryptApiDown warning (quiet)
            """),
    /** Drift, and then the exporter ends. */
    STOPPED(Scenario.DRIFT, """
            TicryptVmsSilent info ticrypt-digest
            """);

    /** What is left when the exporter of the story so called has ended. */
    static final String AFTER_THE_END = """
            TicryptExporterAbsent critical ticrypt-pager
            TicryptExporterReplicaDown warning (quiet)
            TicryptVmsSilent info (quiet)
            """;

    /** What every simulated site has: some VMs run for long, some accounts should be looked at. */
    private static final String EVERYWHERE = """
            TicryptVmsUnpatched info
            TicryptAccountRisk info
            """;

    final Scenario scenario;
    final String raises;

    Story(Scenario scenario, String raises) {
        this.scenario = scenario;
        this.raises = raises;
    }

    /** The label {@code site}. */
    String site() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Names and severities of all that may fire at the site at any time. */
    Set<String> allowed() {
        return Stream.of(raises, mayRaise(), EVERYWHERE)
                .flatMap(String::lines)
                .map(line -> line.split(" ", -1))
                .map(words -> words[0] + " " + words[1])
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What depends on the second, or on how long the story lasts. */
    private String mayRaise() {
        return switch (this) {
            case CALM, HOST_DOWN, API_FLAKY, DRIFT -> "";
            // When the rush ends, so many VMs go at once that the list looks damaged.
            case BUSY -> """
                    TicryptTeamQuotaAlmostFull info
                    TicryptTeamQuotaFull info
                    TicryptTeamUnlimitedHeavyUser info
                    TicryptRealmSaturated critical
                    TicryptHostMemorySaturated info
                    TicryptDevicesExhausted info
                    TicryptDataShrank warning
                    """;
            case TOKEN_REVOKED -> "TicryptDataStale critical";
            case STOPPED -> DRIFT.raises + AFTER_THE_END;
        };
    }

    static Set<String> everywhere() {
        return EVERYWHERE.lines().collect(Collectors.toCollection(TreeSet::new));
    }
}
