package io.github.ticryptexporter.dashboards;

/** Names of teams, where the privacy level or an alias gives them. */
final class Names {
    private Names() {}

    /** The expression with a label {@code name}, which is the id of a team that has none. */
    static String join(String expression) {
        return """
                (
                  %s
                )
                  * on (site, team) group_left (name)
                team:ticrypt_team_name:group""".formatted(expression.strip().indent(2).strip());
    }
}
