package io.github.ticryptexporter.history;

import static io.github.ticryptexporter.history.Minutes.DAY;
import static io.github.ticryptexporter.history.Minutes.HOUR;

import io.github.ticryptexporter.history.Plan.Entry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The forty incidents of a bad quarter, at least one for each alert and each of its bands. */
public final class Incidents {
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
    public static Plan ofAQuarter() {
        List<Entry> entries = inTurn(IN_TURN, 3 * DAY, 53 * HOUR);
        entries.add(new Entry(TeamIncidents.STORAGE_GROWS, 20 * DAY));
        entries.add(new Entry(RealmIncidents.REALM_GROWS, 52 * DAY));
        entries.sort(Comparator.comparingInt(Entry::from));
        return new Plan(entries);
    }

    /** Some of them, over a day that follows on a quiet one. */
    public static Plan ofADay() {
        return new Plan(inTurn(SHORT, DAY, 3 * HOUR));
    }

    /** A month whose last day has something of everything, much of it still going on at the end. */
    public static Plan ofAMonth(int end) {
        List<Entry> entries = new ArrayList<>(List.of(
                new Entry(TeamIncidents.STORAGE_GROWS, DAY + 4 * HOUR),
                new Entry(RealmIncidents.REALM_GROWS, DAY + 4 * HOUR),
                new Entry(TeamIncidents.STORAGE_ALMOST_FULL, 12 * DAY),
                new Entry(TeamIncidents.STORAGE_LOWERED, 14 * DAY),
                new Entry(PictureIncidents.PART_OF_A_LIST, 16 * DAY),
                new Entry(RealmIncidents.NO_ROOM, 18 * DAY),
                new Entry(RealmIncidents.REALM_FULL, 22 * DAY),
                new Entry(RealmIncidents.DEVICES_TAKEN, end - 4 * DAY),
                new Entry(LifecycleIncidents.UNPATCHED, end - 30 * HOUR),
                new Entry(TeamIncidents.EXPIRED, end - 26 * HOUR),
                new Entry(TeamIncidents.UNLIMITED, end - 22 * HOUR),
                new Entry(PictureIncidents.DRIVES_DOWN, end - 15 * HOUR),
                new Entry(PictureIncidents.REALM_DOWN, end - 12 * HOUR),
                new Entry(LifecycleIncidents.MANY_SILENT, end - 10 * HOUR),
                new Entry(PictureIncidents.TEAM_TOKEN, end - 8 * HOUR),
                new Entry(PictureIncidents.UNLISTED_HOST, end - 6 * HOUR),
                new Entry(PictureIncidents.EXPORTER_MOVED, end - 5 * HOUR),
                new Entry(PictureIncidents.FLAKY, end - 4 * HOUR),
                new Entry(PictureIncidents.IMAGES_DOWN, end - 3 * HOUR),
                new Entry(TeamIncidents.MEMBER_STUCK, end - 3 * HOUR),
                new Entry(LifecycleIncidents.DRIFT, end - 150),
                new Entry(PictureIncidents.NEW_STATE, end - 140),
                new Entry(TeamIncidents.NO_DEVICES, end - 100),
                new Entry(TeamIncidents.FULL, end - 90),
                new Entry(RealmIncidents.HOST_FULL, end - 85),
                new Entry(RealmIncidents.NO_ROOM, end - 75),
                new Entry(TeamIncidents.CORES_LOWERED, end - 80),
                new Entry(TeamIncidents.CORES_ALMOST_FULL, end - 70),
                new Entry(LifecycleIncidents.ONE_SILENT, end - 60),
                new Entry(LifecycleIncidents.STARTING, end - 45),
                new Entry(LifecycleIncidents.DRIVE_STUCK, end - 30)));
        return new Plan(entries);
    }

    private static List<Entry> inTurn(List<Incident> incidents, int from, int distance) {
        List<Entry> entries = new ArrayList<>();
        for (Incident incident : incidents) {
            entries.add(new Entry(incident, from + entries.size() * distance));
        }
        return entries;
    }
}
