package io.github.ticryptexporter.poll;

import io.github.ticryptexporter.api.ApiResult;
import io.github.ticryptexporter.fleet.AnomalyKind;
import io.github.ticryptexporter.fleet.Api;
import io.github.ticryptexporter.fleet.FailureReason;
import io.github.ticryptexporter.fleet.SourceId;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says when something changes and is silent while it goes on: a source starts failing, fails for a reason not told yet,
 * recovers; a realm comes or goes; a route shows a kind of anomaly for the first time; publishing begins to fail, or works
 * again. What still fails is told once an hour, so that one hour of the log is enough to see it.
 */
final class EdgeLog {

    private static final Logger LOG = LoggerFactory.getLogger(Poller.class);
    private static final Duration REMINDER = Duration.ofHours(1);

    private final Map<SourceId, Outage> outages = new HashMap<>();
    private final Set<SourceId> answered = new HashSet<>();
    private final Map<Api, Set<AnomalyKind>> anomalies = new EnumMap<>(Api.class);
    private final boolean triesAgain;

    /** How many publishes have failed one after the other. */
    private int failedPublishes;

    /** @param triesAgain whether a source that failed is read again, so that lines may say when */
    EdgeLog(boolean triesAgain) {
        this.triesAgain = triesAgain;
    }

    /** What was told of a source that fails. */
    private static final class Outage {
        private final Instant since;
        private final Set<FailureReason> told = EnumSet.noneOf(FailureReason.class);
        private Instant toldAt;
        private long failures;

        Outage(Instant since) {
            this.since = since;
            this.toldAt = since;
        }
    }

    /** @param untilNextTry how long from now the source is left alone */
    void attempted(SourceId id, ApiResult<?> result, Duration untilNextTry) {
        if (result instanceof ApiResult.Failed<?> failed) {
            failing(id, failed, untilNextTry);
        } else if (result instanceof ApiResult.Ok<?> ok) {
            answering(id, ok);
        }
    }

    private void failing(SourceId id, ApiResult.Failed<?> failed, Duration untilNextTry) {
        Instant now = failed.exchange().endedAt();
        Outage outage = outages.computeIfAbsent(id, first -> new Outage(now));
        outage.failures++;
        if (outage.told.add(failed.reason())) {
            LOG.warn(
                    "cannot read {} ({}): {}{}{}",
                    id,
                    failed.reason().label(),
                    failed.message(),
                    triesAgain ? "; next try in " + (untilNextTry.toMillis() + 999) / 1000 + " s" : "",
                    wayOut(id));
            outage.toldAt = now;
        } else if (!now.isBefore(outage.toldAt.plus(REMINDER))) {
            LOG.warn(
                    "still cannot read {}, after {} s and {}; the latest ({}): {}",
                    id,
                    Duration.between(outage.since, now).toSeconds(),
                    attempts(outage.failures),
                    failed.reason().label(),
                    failed.message());
            outage.toldAt = now;
        } else {
            LOG.debug("{} still fails: {}", id, failed.message());
        }
    }

    private static String attempts(long failures) {
        return failures == 1 ? "1 failed attempt" : failures + " failed attempts";
    }

    /** A realm that never answered holds up every sum over all realms, so whoever reads the log learns how to end it. */
    private String wayOut(SourceId id) {
        return id.realm().isEmpty() || answered.contains(id)
                ? ""
                : "; until it has answered, what needs every realm's answer is withheld too:"
                        + " ticrypt.realms.exclude: [ \"" + id.realm() + "\" ] gives the realm up";
    }

    private void answering(SourceId id, ApiResult.Ok<?> ok) {
        Outage outage = outages.remove(id);
        answered.add(id);
        if (outage != null) {
            Duration lasted = Duration.between(outage.since, ok.exchange().endedAt());
            LOG.info("{} answers again after {} s and {}", id, lasted.toSeconds(), attempts(outage.failures));
        }
        Set<AnomalyKind> known = anomalies.computeIfAbsent(id.api(), api -> EnumSet.noneOf(AnomalyKind.class));
        if (known.addAll(ok.anomalies().keySet())) {
            LOG.warn("{} answers with what had to be dropped or folded; the first: {}", id, ok.firstAnomaly());
        }
        LOG.debug("{}: {} objects in {} bytes", id, ok.items().size(), ok.bytes());
    }

    void expired(SourceId id, Duration staleAfter) {
        LOG.warn("{} had no good answer for {} s; what follows from it is withheld", id, staleAfter.toSeconds());
    }

    void realms(SortedSet<String> before, SortedSet<String> now) {
        SortedSet<String> come = new TreeSet<>(now);
        come.removeAll(before);
        SortedSet<String> gone = new TreeSet<>(before);
        gone.removeAll(now);
        if (!come.isEmpty()) {
            LOG.info("realms found: {}; ticrypt.realms.exclude leaves one out", come);
        }
        if (!gone.isEmpty()) {
            LOG.warn("no drive names these realms any more: {}; ticrypt.realms.include keeps one", gone);
        }
    }

    void publishFailed(RuntimeException defect) {
        failedPublishes++;
        if (failedPublishes == 1) {
            LOG.error("cannot publish what was polled; the last exposition stays", defect);
        } else {
            LOG.debug("cannot publish what was polled for the {}th time in a row", failedPublishes, defect);
        }
    }

    void published() {
        if (failedPublishes > 0) {
            LOG.info("what was polled is published again, after {} publishes that failed", failedPublishes);
        }
        failedPublishes = 0;
    }
}
