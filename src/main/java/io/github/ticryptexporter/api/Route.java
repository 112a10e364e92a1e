package io.github.ticryptexporter.api;

import io.github.ticryptexporter.fleet.Api;
import io.github.ticryptexporter.fleet.DriveInfo;
import io.github.ticryptexporter.fleet.ImageInfo;
import io.github.ticryptexporter.fleet.ProjectInfo;
import io.github.ticryptexporter.fleet.SourceId;
import io.github.ticryptexporter.fleet.TeamInfo;
import io.github.ticryptexporter.fleet.UserInfo;
import io.github.ticryptexporter.fleet.VmConfigInfo;
import io.github.ticryptexporter.fleet.VmInfo;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The routes that are read, all of them GET and all of them here.
 *
 * @param path from a realm, already percent-encoded, to the path below the base URL
 * @param body from a realm to the JSON body that the route wants with its GET; null for a route without
 * @param parser from the fields of one element to a record; null for an element that has no id
 * @param idOf the id that is unique in the list
 */
record Route<T>(
        Api api,
        Function<String, String> path,
        @Nullable Function<String, String> body,
        Parser<T> parser,
        Function<T, String> idOf) {

    /** Reads one element of a list, up to and including its end. */
    @FunctionalInterface
    interface Parser<T> {
        @Nullable
        T parse(Fields in) throws IOException;
    }

    private static final Map<Api, Route<?>> ALL = new EnumMap<>(Api.class);

    static {
        List<Route<?>> routes = List.of(
                new Route<>(Api.DRIVES, realm -> "/api/drives", null, DriveParser::parse, DriveInfo::id),
                new Route<>(Api.VMS, realm -> "/api/vms/" + realm + "/active", null, VmParser::parse, VmInfo::id),
                new Route<>(
                        Api.VM_CONFIGS,
                        realm -> "/api/vms/" + realm + "/configs",
                        null,
                        VmConfigParser::parse,
                        VmConfigInfo::id),
                new Route<>(
                        Api.VM_IMAGES, realm -> "/api/vms/images", Route::realmBody, IdParsers::image, ImageInfo::id),
                new Route<>(Api.TEAMS, realm -> "/api/teams", null, TeamParser::parse, TeamInfo::id),
                new Route<>(Api.PROJECTS, realm -> "/api/projects", null, IdParsers::project, ProjectInfo::id),
                new Route<>(Api.USERS, realm -> "/api/users", null, IdParsers::user, UserInfo::id));
        routes.forEach(route -> ALL.put(route.api(), route));
    }

    static Route<?> of(Api api) {
        Route<?> route = ALL.get(api);
        if (route == null) {
            throw new IllegalStateException("no route for " + api);
        }
        return route;
    }

    /** The path below the base URL, the realm percent-encoded. */
    String pathFor(SourceId source) {
        return path.apply(percentEncoded(source.realm()));
    }

    Optional<String> bodyFor(SourceId source) {
        return body == null ? Optional.empty() : Optional.of(body.apply(source.realm()));
    }

    /**
     * RFC 3986: all but the unreserved characters are encoded, so that no id can reach another path; and the dots too of
     * an id that is {@code .} or {@code ..}, which would be a step in the path.
     */
    private static String percentEncoded(String id) {
        String unreservedMarks = id.equals(".") || id.equals("..") ? "-_~" : "-._~";
        StringBuilder out = new StringBuilder();
        for (byte b : id.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            boolean unreserved = c < 0x80 && (Character.isLetterOrDigit(c) || unreservedMarks.indexOf(c) >= 0);
            out.append(unreserved ? String.valueOf(c) : String.format("%%%02X", (int) c));
        }
        return out.toString();
    }

    private static String realmBody(String realm) {
        return "{\"realm\":" + JsonText.quote(realm) + "}";
    }
}
