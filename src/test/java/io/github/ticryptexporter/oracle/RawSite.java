package io.github.ticryptexporter.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What was read of a site at one time; a route without an entry holds no data.
 *
 * @param answers the list routes' answers
 * @param teamQuotas what {@code /api/teams/quotas} answered, by whole team id, empty for a 404; only for teams that the
 *     list has without {@code teamQuotas}, and only good answers and 404
 * @param projects whether {@code /api/projects/<id>} found the project, by whole project id; only for projects that the
 *     list lacks, and only good answers and 404
 */
public record RawSite(
        Map<Route, RawAnswer> answers, Map<String, Optional<JsonNode>> teamQuotas, Map<String, Boolean> projects) {

    /**
     * A list route.
     *
     * @param api as the contract's label spells it
     * @param realm empty for site-wide routes
     */
    public record Route(String api, String realm) {}

    public RawSite {
        answers = Map.copyOf(answers);
        teamQuotas = Map.copyOf(teamQuotas);
        projects = Map.copyOf(projects);
    }

    /** A site of which nothing has been read. */
    public static RawSite empty() {
        return new RawSite(Map.of(), Map.of(), Map.of());
    }

    public RawSite with(String api, String realm, RawAnswer answer) {
        return new RawSite(plus(answers, new Route(api, realm), answer), teamQuotas, projects);
    }

    public RawSite without(String api, String realm) {
        Map<Route, RawAnswer> rest = new LinkedHashMap<>(answers);
        rest.remove(new Route(api, realm));
        return new RawSite(rest, teamQuotas, projects);
    }

    public RawSite withTeamQuotas(String team, JsonNode quotas) {
        return new RawSite(answers, plus(teamQuotas, team, Optional.of(quotas)), projects);
    }

    /** For a team whose quotas were asked for and not found. */
    public RawSite withoutTeamQuotas(String team) {
        return new RawSite(answers, plus(teamQuotas, team, Optional.empty()), projects);
    }

    public RawSite withProject(String project, boolean found) {
        return new RawSite(answers, teamQuotas, plus(projects, project, found));
    }

    public Optional<RawAnswer> answer(String api, String realm) {
        return Optional.ofNullable(answers.get(new Route(api, realm)));
    }

    private static <K, V> Map<K, V> plus(Map<K, V> map, K key, V value) {
        Map<K, V> copy = new LinkedHashMap<>(map);
        copy.put(key, value);
        return copy;
    }
}
