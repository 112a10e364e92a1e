package io.github.ticryptexporter;

import io.github.ticryptexporter.metrics.Reduction;
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
            LOG.warn("{}", reduction.text());
        } else {
            LOG.info("all {} series of the fleet are exposed again", reduction.exposed());
        }
    }
}
