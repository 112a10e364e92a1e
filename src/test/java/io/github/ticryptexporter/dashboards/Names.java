package io.github.ticryptexporter.dashboards;

/** Names of teams, where the privacy level or an alias gives them. */
final class Names {
    private Names() {}

    /**
     * The expression with a label {@code name}, which is the id of a team that has none; no row is lost.
     *
     * @param labels by which the expression's rows differ, {@code site} and {@code team} among them
     */
    static String join(String expression, String labels) {
        return """
                (
                  %1$s
                )
                  * on (site, team) group_left (name)
                topk by (site, team) (1, ticrypt_team_info{site=~"$site"})
                  or on (%2$s)
                label_replace(
                  %1$s,
                  "name", "$1", "team", "(.*)"
                )""".formatted(expression.strip().indent(2).strip(), labels);
    }
}
