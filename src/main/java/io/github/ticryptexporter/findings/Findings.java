package io.github.ticryptexporter.findings;

import io.github.ticryptexporter.fleet.DriveInfo;
import io.github.ticryptexporter.fleet.FleetSnapshot;
import io.github.ticryptexporter.fleet.IdentityProvider;
import io.github.ticryptexporter.fleet.Quota;
import io.github.ticryptexporter.fleet.Reading;
import io.github.ticryptexporter.fleet.VmInfo;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Everything that follows from one snapshot.
 *
 * @param realms by id, only those whose VMs are known
 * @param owners of the VMs of the realms whose VMs are known
 * @param quotas by team id, only teams whose quota is known
 * @param teamVms by team id, only teams with VMs; from the realms whose VMs are known
 * @param teamDrives by team id, only teams with drives; empty while the drives are not known
 * @param drives by realm, only realms with drives, unknown ones included
 * @param ownerQuotas by team id, then by resource, only what has a per-user limit; from what is known of VMs and drives
 * @param users what follows from the list of users
 * @param identities by provider, only while its accounts and the users are known
 */
public record Findings(
        SortedMap<String, RealmFindings> realms,
        Owners owners,
        Map<String, Quota> quotas,
        Map<String, TeamUse.OfVms> teamVms,
        Map<String, TeamUse.OfDrives> teamDrives,
        Map<String, List<DriveInfo>> drives,
        Disagreements disagreements,
        Map<String, SortedMap<String, OwnerQuotas.Fill>> ownerQuotas,
        UserFindings users,
        Map<IdentityProvider, IdentityMatch> identities) {

    /** What follows from this snapshot. */
    public static Findings of(FleetSnapshot fleet, FindingSettings settings) {
        SortedMap<String, RealmFindings> realms = new TreeMap<>();
        for (String realm : fleet.realms()) {
            fleet.vms(realm).ifPresent(vms -> realms.put(realm, RealmFindings.of(realm, vms, fleet, settings)));
        }
        List<VmInfo> vms = fleet.realms().stream()
                .flatMap(realm -> fleet.vms(realm).stream())
                .flatMap(reading -> reading.items().stream())
                .toList();
        List<VmInfo> counted = TeamUse.counted(vms, settings.exemptBricks());
        var drives = fleet.drives().map(Reading::items).orElse(List.of());
        var teams = fleet.teams().map(Reading::items).orElse(List.of());
        var drivesByRealm = drives.stream().collect(Collectors.groupingBy(DriveInfo::realm));
        Owners owners = Owners.among(vms);
        return new Findings(
                realms,
                owners,
                TeamQuotas.of(fleet),
                TeamUse.ofVms(vms, settings.exemptBricks()),
                TeamUse.ofDrives(drives),
                drivesByRealm,
                Disagreements.of(fleet, realms, vms, drivesByRealm),
                OwnerQuotas.of(teams, OwnerUse.of(counted, owners, drives)),
                UserFindings.of(fleet),
                IdentityMatch.perProvider(fleet));
    }
}
