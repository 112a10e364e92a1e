package io.github.ticryptexporter.api;

import io.github.ticryptexporter.fleet.Api;
import io.github.ticryptexporter.fleet.DriveInfo;
import io.github.ticryptexporter.fleet.FreeText;
import io.github.ticryptexporter.fleet.ImageInfo;
import io.github.ticryptexporter.fleet.ProjectInfo;
import io.github.ticryptexporter.fleet.TeamInfo;
import io.github.ticryptexporter.fleet.UserInfo;
import io.github.ticryptexporter.fleet.VmConfigInfo;
import io.github.ticryptexporter.fleet.VmInfo;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The routes that are read, all of them GET and all of them here.
 *
 * @param path from what is asked for, already percent-encoded, to the path below the base URL: a realm, or an object's id,
 *     or nothing
 * @param body from what is asked for to the JSON body that the route wants with its GET; null for a route without
 * @param parser from the fields of one object to a record; null for an element of a list that has no id
 * @param idOf the id that is unique in the list; not used for a route that answers one object
 */
record Route<T>(
        Api api,
        Function<String, String> path,
        @Nullable Function<String, String> body,
        AnswerForm.Parser<T> parser,
        Function<T, String> idOf) {

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
                        Api.VM_IMAGES,
                        realm -> "/api/vms/images",
                        realm -> jsonBody("realm", realm),
                        ImageParser::parse,
                        ImageInfo::id),
                new Route<>(Api.TEAMS, realm -> "/api/teams", null, TeamParser::parse, TeamInfo::id),
                new Route<>(Api.PROJECTS, realm -> "/api/projects", null, ProjectParser::parse, ProjectInfo::id),
                new Route<>(Api.USERS, realm -> "/api/users", null, UserParser::parse, UserInfo::id),
                new Route<>(
                        Api.TEAM_QUOTAS,
                        team -> "/api/teams/quotas",
                        team -> jsonBody("team", team),
                        QuotaParser::parse,
                        quota -> ""),
                new Route<>(
                        Api.PROJECT,
                        project -> "/api/projects/" + project,
                        null,
                        ProjectParser::lookedUp,
                        ProjectInfo::id));
        routes.forEach(route -> ALL.put(route.api(), route));
    }

    static Route<?> of(Api api) {
        Route<?> route = ALL.get(api);
        if (route == null) {
            throw new IllegalStateException("no route for " + api);
        }
        return route;
    }

    /** @param freeText what is kept of the text that people write */
    AnswerForm<T> form(Set<FreeText> freeText) {
        return new AnswerForm<>(answersOneObject(), parser, idOf, freeText);
    }

    /** Whether the answer is one object rather than a list of them. */
    private boolean answersOneObject() {
        return api.scope() == Api.Scope.OBJECT;
    }

    /** The path below the base URL, what is asked for percent-encoded. */
    String pathFor(String asked) {
        return path.apply(percentEncoded(asked));
    }

    /** For messages: the request without the id of an object, which is for nobody to read. */
    String nameFor(String asked) {
        return "GET " + (answersOneObject() ? path.apply("<id>") : pathFor(asked));
    }

    Optional<String> bodyFor(String asked) {
        return body == null ? Optional.empty() : Optional.of(body.apply(asked));
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

    private static String jsonBody(String field, String value) {
        return "{\"" + field + "\":" + JsonText.quote(value) + "}";
    }
}
