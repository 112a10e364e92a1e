package io.github.ticryptexporter.history;

import java.util.List;
import java.util.Map;

/**
 * When what goes wrong.
 *
 * @param entries in the order of their beginning
 */
public record Plan(List<Entry> entries) {
    public Plan {
        entries = List.copyOf(entries);
    }

    /** The plan that knows whom its incidents happen to on that site. */
    public Plan on(WatchedSite site) {
        return new Plan(entries.stream().map(entry -> entry.on(site)).toList());
    }

    /** Those that somebody is to hear of. */
    public List<Entry> incidents() {
        return entries.stream().filter(entry -> entry.incident.isToBeTold()).toList();
    }

    /** Plays what belongs to the site's present minute. */
    public void play(WatchedSite site) throws Exception {
        for (Entry entry : entries) {
            int since = site.minute() - entry.from;
            Act act = entry.incident.act();
            if (since == 0) {
                act.begin(site);
            }
            if (since >= 0 && since < entry.incident.minutes()) {
                act.goOn(site);
            } else if (since == entry.incident.minutes()) {
                act.end(site);
            }
        }
    }

    /**
     * An incident and when it happens.
     *
     * @param from the minute in which it begins
     * @param concerned as {@link Act#concerned} has it; empty as long as no site is known
     */
    public record Entry(Incident incident, int from, Map<String, String> concerned) {
        /** Windows of rules and {@code keep_firing_for} let an alert outlive its cause. */
        private static final int AFTERMATH = 3 * Minutes.HOUR;

        /** The lines of forecasts go through peaks of a week. */
        private static final int LONG_AFTERMATH = 7 * Minutes.DAY;

        public Entry {
            concerned = Map.copyOf(concerned);
        }

        public Entry(Incident incident, int from) {
            this(incident, from, Map.of());
        }

        private Entry on(WatchedSite site) {
            return new Entry(incident, from, incident.act().concerned(site));
        }

        public int to() {
            return from + incident.minutes();
        }

        /** Whether this is what the alert tells of. */
        public boolean explains(Firing firing) {
            boolean isForecast = firing.name().endsWith("Forecast");
            return firing.from() >= from
                    && firing.to() <= to() + (isForecast ? LONG_AFTERMATH : AFTERMATH)
                    && isAboutIt(firing)
                    && incident.explains(firing);
        }

        private boolean isAboutIt(Firing firing) {
            return concerned.entrySet().stream()
                    .allMatch(label ->
                            label.getValue().equals(firing.labels().getOrDefault(label.getKey(), label.getValue())));
        }

        /** Whether the alert is this one and came while it lasted. */
        public boolean isRaisedBy(Firing firing, Expected expected) {
            return explains(firing) && firing.from() < to() && expected.matches(firing);
        }
    }
}
