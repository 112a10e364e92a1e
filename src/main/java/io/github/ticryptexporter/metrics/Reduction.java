package io.github.ticryptexporter.metrics;

import java.util.ArrayList;
import java.util.List;

/**
 * What had to go so that the fleet's series keep to their budget.
 *
 * @param wanted series that there would be without a budget
 * @param exposed series that there are
 * @param limit the budget
 * @param objects whether the families of single VMs and drives were left out
 * @param teams how many teams were folded into one
 * @param hosts how many hosts were folded into one for each realm
 */
public record Reduction(int wanted, int exposed, int limit, boolean objects, int teams, int hosts) {

    /** Whether anything had to go. */
    public boolean isNeeded() {
        return wanted > limit;
    }

    /** Whether that was enough. */
    public boolean isEnough() {
        return exposed <= limit;
    }

    /** What there was and what was done about it, in one line. */
    public String text() {
        return "the fleet has %d series and limits.series allows %d: %s; %d are exposed"
                .formatted(wanted, limit, String.join(", ", measures()), exposed);
    }

    /** What was done about it, each measure in words; empty where nothing had to be. */
    public List<String> measures() {
        List<String> measures = new ArrayList<>();
        if (objects) {
            measures.add("single VMs and drives are left out");
        }
        if (teams > 0) {
            measures.add("teams that take least are summed as \"other\" (" + teams + ")");
        }
        if (hosts > 0) {
            measures.add("hosts that take least are summed as \"other\" (" + hosts + ")");
        }
        if (!isEnough()) {
            measures.add("nothing more can go");
        }
        return measures;
    }
}
