package io.github.ticryptexporter.cli;

import io.github.ticryptexporter.fleet.Api;
import io.github.ticryptexporter.fleet.FleetSnapshot;
import io.github.ticryptexporter.fleet.Source;
import io.github.ticryptexporter.metrics.Absence;
import io.github.ticryptexporter.metrics.PrivacyLevel;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How reading each route went, one line for each realm, and what the metrics lack where a route does not answer. */
final class RouteTable {

    private static final List<String> HEADINGS =
            List.of("route", "realm", "status", "objects", "bytes", "time", "what its absence costs");

    private static final String NOTHING = "-";

    private RouteTable() {}

    /** @param read the routes that there is a token or a key for */
    static TextTable of(FleetSnapshot fleet, Set<Api> read, PrivacyLevel level) {
        List<List<String>> rows = new ArrayList<>();
        for (Api api : read) {
            rows.addAll(rows(api, fleet, Absence.of(api, level, read).text()));
        }
        return new TextTable(HEADINGS, rows);
    }

    private static List<List<String>> rows(Api api, FleetSnapshot fleet, String cost) {
        List<List<String>> rows = new ArrayList<>();
        for (Source<?> source : fleet.sources().values()) {
            if (source.id().api() == api) {
                rows.add(row(source, fleet, rows.isEmpty() ? cost : "as above"));
            }
        }
        return rows.isEmpty() ? List.of(unread(api, cost)) : rows;
    }

    private static List<String> row(Source<?> source, FleetSnapshot fleet, String cost) {
        Source.Success success = source.lastSuccess();
        Source.Attempt latest = source.latest();
        String realm = source.id().realm();
        return List.of(
                source.id().api().label(),
                realm.isEmpty() ? NOTHING : realm,
                status(latest == null ? null : latest.failure()),
                success == null ? NOTHING : Integer.toString(objects(source.id().api(), success, fleet)),
                success == null ? NOTHING : Long.toString(success.bytes()),
                latest == null ? NOTHING : latest.took().toMillis() + "ms",
                cost);
    }

    private static String status(Source.@Nullable Failure failure) {
        return failure == null ? "ok" : failure.reason().label();
    }

    /** A look-up answers one object at a time; those are counted that were asked for. */
    private static int objects(Api api, Source.Success success, FleetSnapshot fleet) {
        return api.scope() == Api.Scope.OBJECT ? fleet.lookedUp(api).size() : success.objects();
    }

    private static List<String> unread(Api api, String cost) {
        String status = switch (api.scope()) {
            case SITE -> "not read";
            case REALM -> "no realm";
            case OBJECT -> "no need";
        };
        return List.of(api.label(), NOTHING, status, NOTHING, NOTHING, NOTHING, cost);
    }
}
