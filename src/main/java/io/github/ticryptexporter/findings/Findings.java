package io.github.ticryptexporter.findings;

import io.github.ticryptexporter.fleet.FleetSnapshot;
import io.github.ticryptexporter.fleet.IdentityProvider;
import io.github.ticryptexporter.fleet.Quota;
import io.github.ticryptexporter.fleet.Reading;
import io.github.ticryptexporter.fleet.VmInfo;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Everything that follows from one snapshot.
 *
 * @param realms by id, only those whose VMs are known
 * @param owners of the VMs of the realms whose VMs are known
 * @param quotas by team id, only teams whose quota is known
 * @param teamVms by team id, only teams with VMs; from the realms whose VMs are known
 * @param teamDrives by team id, only teams with drives; empty while the drives are not known
 * @param identities by provider, only while its accounts and the users are known
 */
public record Findings(
        SortedMap<String, RealmFindings> realms,
        Owners owners,
        Map<String, Quota> quotas,
        Map<String, TeamUse.OfVms> teamVms,
        Map<String, TeamUse.OfDrives> teamDrives,
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
        var drives = fleet.drives().map(Reading::items).orElse(List.of());
        return new Findings(
                realms,
                Owners.among(vms),
                TeamQuotas.of(fleet),
                TeamUse.ofVms(vms, settings.exemptBricks()),
                TeamUse.ofDrives(drives),
                identities(fleet));
    }

    private static Map<IdentityProvider, IdentityMatch> identities(FleetSnapshot fleet) {
        Map<IdentityProvider, IdentityMatch> identities = new EnumMap<>(IdentityProvider.class);
        for (IdentityProvider provider : IdentityProvider.values()) {
            fleet.users()
                    .ifPresent(users -> fleet.accounts(provider)
                            .ifPresent(accounts ->
                                    identities.put(provider, IdentityMatch.of(users.items(), accounts.items()))));
        }
        return identities;
    }
}
