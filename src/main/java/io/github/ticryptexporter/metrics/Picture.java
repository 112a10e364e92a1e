package io.github.ticryptexporter.metrics;

import io.github.ticryptexporter.findings.FindingSettings;
import io.github.ticryptexporter.findings.Findings;
import io.github.ticryptexporter.findings.RealmFindings;
import io.github.ticryptexporter.fleet.DriveInfo;
import io.github.ticryptexporter.fleet.FleetSnapshot;
import io.github.ticryptexporter.fleet.ProjectInfo;
import io.github.ticryptexporter.fleet.Quota;
import io.github.ticryptexporter.fleet.Reading;
import io.github.ticryptexporter.fleet.TeamInfo;
import io.github.ticryptexporter.fleet.UserInfo;
import io.github.ticryptexporter.fleet.VmInfo;
import java.time.Instant;
import java.util.List;

/**
 * All that the rows of one publish are filled from.
 *
 * @param findings what follows from {@code fleet}
 * @param settings what the administrator knows beyond the API
 * @param hostLabels how hosts are named at the current privacy level
 * @param privacy how much may be named
 * @param exporter what the exporter knows of itself
 */
record Picture(
        FleetSnapshot fleet,
        Findings findings,
        FindingSettings settings,
        HostLabels hostLabels,
        MetricSettings privacy,
        ExporterFacts exporter) {

    /** The realm's findings; rows that ask for them need the realm's VMs, so they are there. */
    RealmFindings realm(String realm) {
        RealmFindings found = findings.realms().get(realm);
        if (found == null) {
            throw new IllegalStateException("no VMs of realm " + realm + ": a family does not say that it needs them");
        }
        return found;
    }

    List<VmInfo> vms(String realm) {
        return reading(realm).items();
    }

    /** The instant that the ages of the realm's VMs are judged against. */
    Instant vmsJudgedAt(String realm) {
        return reading(realm).judgedAt();
    }

    private Reading<VmInfo> reading(String realm) {
        return fleet.vms(realm).orElseThrow();
    }

    /** What the team may take; without a limit where that is not known. */
    Quota quota(TeamInfo team) {
        return findings.quotas().getOrDefault(team.id(), Quota.UNLIMITED);
    }

    List<TeamInfo> teams() {
        return fleet.teams().orElseThrow().items();
    }

    /** The realm's drives. */
    List<DriveInfo> drives(String realm) {
        return findings.drives().getOrDefault(realm, List.of());
    }

    /** The instant that the ages of drives are judged against. */
    Instant drivesJudgedAt() {
        return fleet.drives().orElseThrow().judgedAt();
    }

    List<ProjectInfo> projects() {
        return fleet.projects().orElseThrow().items();
    }

    /** The users, and the instant that their ages are judged against. */
    Reading<UserInfo> users() {
        return fleet.users().orElseThrow();
    }
}
