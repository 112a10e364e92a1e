package io.github.ticryptexporter.history;

import static io.github.ticryptexporter.history.Minutes.DAY;
import static io.github.ticryptexporter.history.Minutes.HOUR;

import io.github.ticryptexporter.history.Plan.Entry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The forty incidents of a bad quarter, at least one for each alert and each of its bands, and what passes in a quiet one. */
public final class Incidents {
    /** One after the other, hours apart so that none hides behind the aftermath of the one before. */
    private static final List<Incident> IN_TURN = List.of(
            PictureIncidents.EXPORTER_DOWN,
            TeamIncidents.CORES_ALMOST_FULL,
            RealmIncidents.REALM_VERY_FULL,
            TeamIncidents.UNLIMITED,
            LifecycleIncidents.MANY_SILENT,
            PictureIncidents.TARGET_GONE,
            PictureIncidents.IMAGES_DOWN,
            RealmIncidents.HOST_FULL,
            PictureIncidents.CLOCK_SKEWED,
            TeamIncidents.FULL,
            LifecycleIncidents.STARTING,
            PictureIncidents.REALM_DOWN,
            TeamIncidents.CORES_LOWERED,
            RealmIncidents.HOST_OVERCOMMITTED,
            LifecycleIncidents.LOCKED_OUT,
            PictureIncidents.NEAR_LIMIT,
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

    /** Most of what goes wrong, for a little less than the alert about it waits. */
    private static final List<Incident> PASSING = List.of(
            PictureIncidents.EXPORTER_DOWN.passingIn(8),
            TeamIncidents.CORES_ALMOST_FULL.passingIn(25),
            RealmIncidents.REALM_VERY_FULL.passingIn(12),
            TeamIncidents.UNLIMITED.passingIn(20 * HOUR),
            LifecycleIncidents.MANY_SILENT.passingIn(8),
            PictureIncidents.TARGET_GONE.passingIn(8),
            TeamIncidents.STORAGE_ALMOST_FULL.passingIn(22),
            RealmIncidents.HOST_FULL.passingIn(27),
            PictureIncidents.DRIVES_DOWN.passingIn(5),
            TeamIncidents.FULL.passingIn(25),
            LifecycleIncidents.STARTING.passingIn(20),
            PictureIncidents.REALM_DOWN.passingIn(5),
            RealmIncidents.HOST_OVERCOMMITTED.passingIn(55),
            TeamIncidents.STORAGE_EXCEEDED.passingIn(8),
            LifecycleIncidents.ONE_SILENT.passingIn(25),
            TeamIncidents.NO_DEVICES.passingIn(12),
            RealmIncidents.REALM_FULL.passingIn(27),
            PictureIncidents.POLLING_HANGS.passingIn(6),
            TeamIncidents.MEMBER_STUCK.passingIn(50),
            LifecycleIncidents.DRIVE_STUCK.passingIn(10),
            PictureIncidents.FLAKY.passingIn(8),
            TeamIncidents.EXPIRED.passingIn(20 * HOUR),
            RealmIncidents.NO_ROOM.passingIn(27),
            PictureIncidents.SLOW.passingIn(25),
            TeamIncidents.OVERSOLD.passingIn(20 * HOUR),
            LifecycleIncidents.DRIFT.passingIn(85),
            PictureIncidents.NEW_STATE.passingIn(25),
            RealmIncidents.NOT_FAILURE_TOLERANT.passingIn(55),
            PictureIncidents.PART_OF_A_LIST.passingIn(10),
            LifecycleIncidents.UNPATCHED.passingIn(20 * HOUR),
            PictureIncidents.REPLICA_DOWN.passingIn(12),
            RealmIncidents.DEVICES_TAKEN.passingIn(27),
            PictureIncidents.UNLISTED_HOST.passingIn(5 * HOUR),
            PictureIncidents.RELOAD_FAILED.passingIn(8),
            PictureIncidents.CLOCK_SKEWED.passingIn(12),
            PictureIncidents.NEAR_LIMIT.passingIn(50));

    private Incidents() {}

    /** A quarter in which nothing is wrong for long enough to call anybody, and one team imports much in a day. */
    public static Plan ofAQuietQuarter() {
        List<Entry> entries = inTurn(PASSING, 2 * DAY + 3 * HOUR, 31 * HOUR);
        entries.addAll(inTurn(PASSING, 49 * DAY + 9 * HOUR, 25 * HOUR));
        entries.add(new Entry(TeamIncidents.IMPORT, 30 * DAY));
        entries.sort(Comparator.comparingInt(Entry::from));
        return new Plan(entries);
    }

    /** All of them, over a quarter; two take a month. */
    public static Plan ofAQuarter() {
        List<Entry> entries = inTurn(IN_TURN, 3 * DAY, 53 * HOUR);
        entries.add(new Entry(TeamIncidents.STORAGE_GROWS, 20 * DAY));
        entries.add(new Entry(RealmIncidents.REALM_GROWS, 52 * DAY));
        entries.sort(Comparator.comparingInt(Entry::from));
        return new Plan(entries);
    }

    /** Some of them, over a day that follows on one in which all passes. */
    public static Plan ofADay() {
        List<Incident> passing = PASSING.stream()
                .filter(incident -> incident.minutes() < HOUR / 2)
                .toList();
        List<Entry> entries = inTurn(passing, HOUR, 54);
        entries.addAll(inTurn(SHORT, DAY, 3 * HOUR));
        return new Plan(entries);
    }

    /** A month whose last day has something of everything, much of it still going on at the end. */
    public static Plan ofAMonth(int end) {
        List<Entry> entries = new ArrayList<>(List.of(
                new Entry(TeamIncidents.STORAGE_GROWS, DAY + 4 * HOUR),
                new Entry(RealmIncidents.REALM_GROWS, DAY + 4 * HOUR),
                new Entry(TeamIncidents.STORAGE_ALMOST_FULL, 12 * DAY),
                new Entry(TeamIncidents.STORAGE_EXCEEDED, 14 * DAY),
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
