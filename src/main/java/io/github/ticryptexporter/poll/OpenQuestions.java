package io.github.ticryptexporter.poll;

import io.github.ticryptexporter.fleet.Api;
import io.github.ticryptexporter.fleet.DriveInfo;
import io.github.ticryptexporter.fleet.FleetSnapshot;
import io.github.ticryptexporter.fleet.ProjectInfo;
import io.github.ticryptexporter.fleet.Reading;
import io.github.ticryptexporter.fleet.TeamInfo;
import io.github.ticryptexporter.fleet.VmInfo;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What the lists of a snapshot leave open, and a look-up can answer; looked for anew only where one of those lists is
 * another than the time before. Not safe for threads; {@link Poller} guards it.
 */
final class OpenQuestions {

    private final Map<Api, Found> found = new EnumMap<>(Api.class);

    /**
     * What was found the time before.
     *
     * @param lists in which it was looked for
     */
    private record Found(List<Reading<?>> lists, SortedSet<String> ids) {

        /** Whether these are the very same; to compare their items would be to read them all. */
        @SuppressWarnings("ReferenceEquality")
        boolean isIn(List<Reading<?>> others) {
            return lists.size() == others.size()
                    && IntStream.range(0, lists.size()).allMatch(i -> lists.get(i) == others.get(i));
        }
    }

    /** Ids of the objects to ask this route for, as the API spells them, sorted; of routes that answer lists none. */
    SortedSet<String> of(Api api, FleetSnapshot snapshot) {
        List<Reading<?>> lists = lists(snapshot);
        Found before = found.get(api);
        if (before != null && before.isIn(lists)) {
            return before.ids();
        }
        SortedSet<String> ids = Collections.unmodifiableSortedSet(ids(api, snapshot));
        found.put(api, new Found(lists, ids));
        return ids;
    }

    /** All that {@link #ids} looks at. */
    private static List<Reading<?>> lists(FleetSnapshot snapshot) {
        List<Reading<?>> lists = new ArrayList<>();
        snapshot.teams().ifPresent(lists::add);
        snapshot.projects().ifPresent(lists::add);
        snapshot.drives().ifPresent(lists::add);
        snapshot.realms().forEach(realm -> snapshot.vms(realm).ifPresent(lists::add));
        return lists;
    }

    private static SortedSet<String> ids(Api api, FleetSnapshot snapshot) {
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
        if (snapshot.projects().isEmpty()) {
            return Collections.emptySortedSet();
        }
        Set<String> listed = snapshot.projects().stream()
                .flatMap(projects -> projects.items().stream())
                .map(ProjectInfo::id)
                .collect(Collectors.toCollection(HashSet::new));
        Stream<String> ofDrives = snapshot.drives().stream()
                .flatMap(drives -> drives.items().stream())
                .map(DriveInfo::project)
                .filter(Objects::nonNull);
        Stream<String> ofVms = snapshot.realms().stream()
                .flatMap(realm -> snapshot.vms(realm).stream())
                .flatMap(vms -> vms.items().stream())
                .map(VmInfo::project)
                .filter(Objects::nonNull);
        return Stream.concat(ofDrives, ofVms)
                .filter(id -> !listed.contains(id))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
