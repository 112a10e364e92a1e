package io.github.ticryptexporter.cli;

import io.github.ticryptexporter.fleet.TokenKind;

/** What an exporter without a token does not know, in words. */
final class TokenCost {

    private TokenCost() {}

    /** The groups of metrics that are withheld for good. */
    static String of(TokenKind missing) {
        return switch (missing) {
            case DRIVE -> "drives, their states and attachments, teams' use of storage, and the discovery of realms";
            case VM ->
                "VMs, hosts, VM configs and images, teams' use of cores, memory and devices, per-user quotas,"
                        + " and what is computed from drives and VMs together";
            case TEAM -> "teams, their quotas and limits, promised quotas, and users without a team";
            case PROJECT -> "projects, and references to projects that do not exist";
            case USER -> "users, their risks and hygiene, and VMs and drives of inactive owners";
        };
    }
}
