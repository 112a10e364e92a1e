package io.github.ticryptexporter;

import io.github.ticryptexporter.metrics.Reduction;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says when the series budget begins to cost something, something else, and nothing again; silent in between. */
final class BudgetLog {

    private static final Logger LOG = LoggerFactory.getLogger(Exporter.class);

    private Cost before = new Cost(false, false, false, true);

    /** What there is to say about a reduction; how many teams it takes changes all the time. */
    private record Cost(boolean objects, boolean teams, boolean hosts, boolean isEnough) {
        private static Cost of(Reduction reduction) {
            return new Cost(reduction.objects(), reduction.teams() > 0, reduction.hosts() > 0, reduction.isEnough());
        }
    }

    /** Takes the reduction of every publish, one after the other. */
    void published(Reduction reduction) {
        Cost cost = Cost.of(reduction);
        if (cost.equals(before)) {
            return;
        }
        before = cost;
        if (reduction.isNeeded()) {
            LOG.warn(
                    "the fleet has {} series and limits.series allows {}: {}; {} are exposed",
                    reduction.wanted(),
                    reduction.limit(),
                    String.join(", ", measures(reduction)),
                    reduction.exposed());
        } else {
            LOG.info("all {} series of the fleet are exposed again", reduction.exposed());
        }
    }

    private static List<String> measures(Reduction reduction) {
        List<String> measures = new ArrayList<>();
        if (reduction.objects()) {
            measures.add("single VMs and drives are left out");
        }
        if (reduction.teams() > 0) {
            measures.add("teams that take least are summed as \"other\" (" + reduction.teams() + ")");
        }
        if (reduction.hosts() > 0) {
            measures.add("hosts that take least are summed as \"other\" (" + reduction.hosts() + ")");
        }
        if (!reduction.isEnough()) {
            measures.add("nothing more can go");
        }
        return measures;
    }
}
