package io.github.ticryptexporter.history;

import java.util.List;

/**
 * When what goes wrong.
 *
 * @param entries in the order of their beginning
 */
public record Plan(List<Entry> entries) {
    public static final Plan QUIET = new Plan(List.of());

    public Plan {
        entries = List.copyOf(entries);
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

    /** An incident and the minute in which it begins. */
    public record Entry(Incident incident, int from) {
        /** Windows of rules and {@code keep_firing_for} let an alert outlive its cause. */
        private static final int AFTERMATH = 3 * Minutes.HOUR;

        /** The lines of forecasts go through peaks of a week. */
        private static final int LONG_AFTERMATH = 7 * Minutes.DAY;

        public int to() {
            return from + incident.minutes();
        }

        /** Whether this is what the alert tells of. */
        public boolean explains(Firing firing) {
            boolean isForecast = firing.name().endsWith("Forecast");
            return firing.from() >= from
                    && firing.to() <= to() + (isForecast ? LONG_AFTERMATH : AFTERMATH)
                    && incident.explains(firing);
        }

        public boolean isRaisedBy(Firing firing) {
            return explains(firing) && incident.raises().matches(firing);
        }
    }
}
