package io.github.ticryptexporter.metrics;

import static io.github.ticryptexporter.metrics.Family.counter;
import static io.github.ticryptexporter.metrics.Family.gauge;
import static io.github.ticryptexporter.metrics.Family.histogram;

import io.github.ticryptexporter.fleet.AnomalyKind;
import io.github.ticryptexporter.fleet.Api;
import io.github.ticryptexporter.fleet.ApiTally;
import io.github.ticryptexporter.fleet.FailureReason;
import io.github.ticryptexporter.fleet.FleetSnapshot;
import io.github.ticryptexporter.fleet.LatencyHistogram;
import io.github.ticryptexporter.fleet.Source;
import io.github.ticryptexporter.fleet.SourceId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Is the picture true: how each route's latest attempts went. Nothing here is ever withheld. */
final class SourceMetrics {

    /** Status codes that have a row from the start, so that a first one shows as an increase. */
    private static final Set<Integer> USUAL_CODES = Set.of(200, 401, 403, 404, 429, 500, 502, 503);

    private static final String CLIENT = "the exporter's own requests";

    private SourceMetrics() {}

    static List<Family> families() {
        return List.of(
                gauge("ticrypt_up", "Whether the latest attempt to poll this route succeeded.")
                        .labels("api", "realm")
                        .from(CLIENT)
                        .site(Set.of(), perSource(source -> source.isUp() ? 1.0 : 0.0))
                        .build(),
                gauge(
                                "ticrypt_last_success_timestamp_seconds",
                                "When the data now exposed for this route was polled, by the exporter's clock.")
                        .labels("api", "realm")
                        .from(CLIENT)
                        .site(Set.of(), perSuccess(success -> Seconds.of(success.answeredAt())))
                        .build(),
                gauge("ticrypt_poll_interval_seconds", "Time between two polls of this route.")
                        .labels("api")
                        .from("poll.intervals, identity.*.interval")
                        .site(Set.of(), perApi(ExporterFacts::intervals))
                        .build(),
                gauge("ticrypt_stale_after_seconds", "Age at which data polled from this route is withheld.")
                        .labels("api")
                        .from("poll.stale-after-intervals")
                        .site(Set.of(), perApi(ExporterFacts::staleAfter))
                        .build(),
                gauge(
                                "ticrypt_poll_duration_seconds",
                                "How long the latest poll of this route took, read and parse together.")
                        .labels("api", "realm")
                        .from(CLIENT)
                        .site(Set.of(), perSource(SourceMetrics::duration))
                        .build(),
                gauge(
                                "ticrypt_poll_consecutive_failures",
                                "Failed polls of this route since the last one that succeeded.")
                        .labels("api", "realm")
                        .from(CLIENT)
                        .site(Set.of(), perSource(source -> (double) source.consecutiveFailures()))
                        .build(),
                counter("ticrypt_poll_failures_total", "Failed polls of this route, by reason.")
                        .labels("api", "realm", "reason")
                        .from(CLIENT)
                        .site(Set.of(), SourceMetrics::failures)
                        .build(),
                gauge(
                                "ticrypt_withheld_families",
                                "Metric families withheld now because this polled route holds no data.")
                        .labels("api", "realm")
                        .from(CLIENT)
                        .site(Set.of(), SourceMetrics::withheld)
                        .build(),
                gauge("ticrypt_token_accepted", "Whether the latest answer polled from this route took the token.")
                        .labels("api", "token")
                        .from(CLIENT)
                        .site(Set.of(), SourceMetrics::tokenAccepted)
                        .build(),
                gauge("ticrypt_objects", "Elements held from the latest good answer polled from this route.")
                        .labels("api", "realm")
                        .from(CLIENT)
                        .site(Set.of(), perSuccess(Source.Success::objects))
                        .build(),
                gauge("ticrypt_response_bytes", "Size of the latest good answer polled from this route, decompressed.")
                        .labels("api", "realm")
                        .from(CLIENT)
                        .site(Set.of(), perSuccess(Source.Success::bytes))
                        .build(),
                counter(
                                "ticrypt_parse_anomalies_total",
                                "Elements or fields of polled answers that had to be dropped or folded, by kind.")
                        .labels("api", "kind")
                        .from(CLIENT)
                        .site(Set.of(), SourceMetrics::anomalies)
                        .build(),
                histogram(
                                "ticrypt_api_request_duration_seconds",
                                "Latency of answered requests to the polled route, connect to last byte.")
                        .labels("api")
                        .from(CLIENT)
                        .site(
                                Set.of(),
                                (picture, rows) -> picture.fleet()
                                        .tallies()
                                        .forEach((api, tally) -> rows.set(distribution(tally.latency()), api.label())))
                        .build(),
                counter("ticrypt_api_responses_total", "Answers of the polled route, by status code.")
                        .labels("api", "code")
                        .from(CLIENT)
                        .site(Set.of(), SourceMetrics::responses)
                        .build(),
                gauge(
                                "ticrypt_clock_skew_seconds",
                                "Date header of the latest polled answer less the exporter's clock.")
                        .from("Date header")
                        .site(Set.of(), SourceMetrics::clockSkew)
                        .build());
    }

    private static @Nullable Double duration(Source<?> source) {
        return source.latest() == null
                ? null
                : (Double) Seconds.of(source.latest().took());
    }

    private static void failures(Picture picture, Rows rows) {
        for (Source<?> source : picture.fleet().sources().values()) {
            SourceId id = source.id();
            for (FailureReason reason : FailureReason.values()) {
                long failed = source.failures().getOrDefault(reason, 0L);
                rows.set(failed, id.api().label(), id.realm(), reason.label());
            }
        }
    }

    private static void withheld(Picture picture, Rows rows) {
        FleetSnapshot fleet = picture.fleet();
        Set<Api> read = fleet.sources().keySet().stream().map(SourceId::api).collect(Collectors.toSet());
        List<Family> shown = Catalogue.shownAt(picture.privacy().privacy(), read);
        for (SourceId id : fleet.sources().keySet()) {
            long withheld = fleet.holds(id)
                    ? 0
                    : shown.stream().filter(family -> waits(family, id, fleet)).count();
            rows.set(withheld, id.api().label(), id.realm());
        }
    }

    /** Drives are waited for twice over: as what is counted, and as what names the realms that others are read for. */
    private static boolean waits(Family family, SourceId missing, FleetSnapshot fleet) {
        return family.needs(missing.api())
                || (missing.api() == Api.DRIVES
                        && family.parts().stream().anyMatch(part -> waitsForRealms(part, fleet)));
    }

    private static boolean waitsForRealms(Family.Part part, FleetSnapshot fleet) {
        boolean isUnknown = fleet.realms().isEmpty() || (part instanceof Family.Part.OfSite && !fleet.realmsSettled());
        return isUnknown
                && part.needs().stream()
                        .anyMatch(api -> api.scope() == Api.Scope.REALM
                                && fleet.tallies().containsKey(api));
    }

    private static void tokenAccepted(Picture picture, Rows rows) {
        picture.fleet().tallies().forEach((api, tally) -> {
            Boolean accepted = tally.tokenAccepted();
            if (accepted != null) {
                api.token().ifPresent(token -> rows.set(accepted ? 1 : 0, api.label(), token.label()));
            }
        });
    }

    private static void anomalies(Picture picture, Rows rows) {
        picture.fleet().tallies().forEach((api, tally) -> {
            for (AnomalyKind kind : AnomalyKind.values()) {
                rows.set(tally.anomalies().getOrDefault(kind, 0L), api.label(), kind.label());
            }
        });
    }

    private static void responses(Picture picture, Rows rows) {
        picture.fleet().tallies().forEach((api, tally) -> {
            for (int code : codes(tally)) {
                rows.set(tally.responses().getOrDefault(code, 0L), api.label(), Integer.toString(code));
            }
        });
    }

    private static Set<Integer> codes(ApiTally tally) {
        Set<Integer> codes = new TreeSet<>(USUAL_CODES);
        codes.addAll(tally.responses().keySet());
        return codes;
    }

    private static void clockSkew(Picture picture, Rows rows) {
        Duration skew = picture.fleet().clockSkew();
        if (skew != null) {
            rows.set(Seconds.of(skew));
        }
    }

    /** One row for each source, labelled by route and realm; none where the number is null. */
    private static Family.SiteRows perSource(Function<Source<?>, @Nullable Double> number) {
        return (picture, rows) -> {
            for (Source<?> source : picture.fleet().sources().values()) {
                Double value = number.apply(source);
                if (value != null) {
                    rows.set(value, source.id().api().label(), source.id().realm());
                }
            }
        };
    }

    private static Family.SiteRows perSuccess(ToDoubleFunction<Source.Success> number) {
        return perSource(
                source -> source.lastSuccess() == null ? null : (Double) number.applyAsDouble(source.lastSuccess()));
    }

    /** One row for each route that is read. */
    private static Family.SiteRows perApi(Function<ExporterFacts, Map<Api, Duration>> durations) {
        return (picture, rows) -> picture.fleet().tallies().keySet().forEach(api -> {
            Duration duration = durations.apply(picture.exporter()).get(api);
            if (duration != null) {
                rows.set(Seconds.of(duration), api.label());
            }
        });
    }

    private static Distribution distribution(LatencyHistogram latencies) {
        List<Long> counts = latencies.counts();
        List<Long> cumulative = new ArrayList<>();
        long covered = 0;
        for (long inBucket : counts.subList(0, LatencyHistogram.BOUNDS_SECONDS.size())) {
            covered += inBucket;
            cumulative.add(covered);
        }
        long all = covered + counts.get(counts.size() - 1);
        return new Distribution(LatencyHistogram.BOUNDS_SECONDS, cumulative, all, latencies.sumSeconds());
    }
}
