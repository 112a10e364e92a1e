package io.github.ticryptexporter.rules.quarter;

import static io.github.ticryptexporter.rules.quarter.Minutes.DAY;
import static io.github.ticryptexporter.rules.quarter.Minutes.HOUR;

import io.github.ticryptexporter.rules.quarter.Plan.Entry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The forty incidents of a bad quarter, at least one for each alert and each of its bands. */
final class Incidents {
    /** One after the other, hours apart so that none hides behind the aftermath of the one before. */
    private static final List<Incident> IN_TURN = List.of(
            PictureIncidents.EXPORTER_DOWN,
            TeamIncidents.CORES_ALMOST_FULL,
            RealmIncidents.REALM_VERY_FULL,
            TeamIncidents.UNLIMITED,
            LifecycleIncidents.MANY_SILENT,
            PictureIncidents.TARGET_GONE,
            TeamIncidents.STORAGE_ALMOST_FULL,
            RealmIncidents.HOST_FULL,
            PictureIncidents.DRIVES_DOWN,
            TeamIncidents.FULL,
            LifecycleIncidents.STARTING,
            PictureIncidents.REALM_DOWN,
            TeamIncidents.CORES_LOWERED,
            RealmIncidents.HOST_OVERCOMMITTED,
            PictureIncidents.TEAM_TOKEN,
            TeamIncidents.STORAGE_LOWERED,
            LifecycleIncidents.ONE_SILENT,
            PictureIncidents.VM_TOKEN,
            TeamIncidents.NO_DEVICES,
            RealmIncidents.REALM_FULL,
            PictureIncidents.POLLING_HANGS,
            TeamIncidents.MEMBER_STUCK,
            LifecycleIncidents.DRIVE_STUCK,
            PictureIncidents.FLAKY,
            TeamIncidents.EXPIRED,
            RealmIncidents.NO_ROOM,
            PictureIncidents.SLOW,
            TeamIncidents.OVERSOLD,
            LifecycleIncidents.DRIFT,
            PictureIncidents.NEW_STATE,
            RealmIncidents.NOT_FAILURE_TOLERANT,
            PictureIncidents.PART_OF_A_LIST,
            LifecycleIncidents.UNPATCHED,
            PictureIncidents.REPLICA_DOWN,
            RealmIncidents.DEVICES_TAKEN,
            PictureIncidents.UNLISTED_HOST,
            PictureIncidents.RELOAD_FAILED,
            PictureIncidents.PUBLISH_FAILS);

    /** Those that show within an hour or so, of all kinds. */
    private static final List<Incident> SHORT = List.of(
            PictureIncidents.EXPORTER_DOWN,
            PictureIncidents.REALM_DOWN,
            TeamIncidents.CORES_LOWERED,
            PictureIncidents.TEAM_TOKEN,
            LifecycleIncidents.MANY_SILENT,
            RealmIncidents.REALM_FULL,
            PictureIncidents.POLLING_HANGS,
            LifecycleIncidents.STARTING);

    private Incidents() {}

    /** All of them, over a quarter; two take a month. */
    static Plan ofAQuarter() {
        List<Entry> entries = inTurn(IN_TURN, 3 * DAY, 53 * HOUR);
        entries.add(new Entry(TeamIncidents.STORAGE_GROWS, 20 * DAY));
        entries.add(new Entry(RealmIncidents.REALM_GROWS, 52 * DAY));
        entries.sort(Comparator.comparingInt(Entry::from));
        return new Plan(entries);
    }

    /** Some of them, over a day that follows on a quiet one. */
    static Plan ofADay() {
        return new Plan(inTurn(SHORT, DAY, 3 * HOUR));
    }

    private static List<Entry> inTurn(List<Incident> incidents, int from, int distance) {
        List<Entry> entries = new ArrayList<>();
        for (Incident incident : incidents) {
            entries.add(new Entry(incident, from + entries.size() * distance));
        }
        return entries;
    }
}
