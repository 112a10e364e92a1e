package io.github.ticryptexporter.poll;

import io.github.ticryptexporter.fleet.Api;
import io.github.ticryptexporter.fleet.DriveInfo;
import io.github.ticryptexporter.fleet.FleetSnapshot;
import io.github.ticryptexporter.fleet.ProjectInfo;
import io.github.ticryptexporter.fleet.Reading;
import io.github.ticryptexporter.fleet.TeamInfo;
import io.github.ticryptexporter.fleet.VmInfo;
import java.util.Collections;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the lists of a snapshot leave open, and a look-up can answer. */
final class OpenQuestions {
    private OpenQuestions() {}

    /** Ids of the objects to ask this route for, as the API spells them, sorted; of routes that answer lists none. */
    static SortedSet<String> of(Api api, FleetSnapshot snapshot) {
        return switch (api) {
            case TEAM_QUOTAS -> teamsWithoutQuotas(snapshot);
            case PROJECT -> projectsThatNoListHas(snapshot);
            case DRIVES,
                    VMS,
                    VM_CONFIGS,
                    TEAMS,
                    VM_IMAGES,
                    PROJECTS,
                    USERS,
                    IDENTITY_MONOCLOUD,
                    IDENTITY_ALLTHENTICATE -> Collections.emptySortedSet();
        };
    }

    private static SortedSet<String> teamsWithoutQuotas(FleetSnapshot snapshot) {
        return snapshot.teams().stream()
                .flatMap(teams -> teams.items().stream())
                .filter(team -> team.quota() == null)
                .map(TeamInfo::wireId)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static SortedSet<String> projectsThatNoListHas(FleetSnapshot snapshot) {
        Optional<Reading<ProjectInfo>> projects = snapshot.projects();
        if (projects.isEmpty()) {
            return Collections.emptySortedSet();
        }
        Stream<String> ofDrives = snapshot.drives().stream()
                .flatMap(drives -> drives.items().stream())
                .map(DriveInfo::project)
                .filter(Objects::nonNull);
        Stream<String> ofVms = snapshot.realms().stream()
                .flatMap(realm -> snapshot.vms(realm).stream())
                .flatMap(vms -> vms.items().stream())
                .map(VmInfo::project)
                .filter(Objects::nonNull);
        Set<String> listed =
                projects.get().items().stream().map(ProjectInfo::id).collect(Collectors.toCollection(HashSet::new));
        return Stream.concat(ofDrives, ofVms)
                .filter(id -> !listed.contains(id))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
