package io.github.ticryptexporter.status;

import java.util.List;

/** The teams that are nearest to a limit of their quotas. */
final class TeamTable {

    private TeamTable() {}

    static Html of(Ranking<TeamUse> teams) {
        if (teams.first().isEmpty()) {
            return Html.of("<p>No team is known now that has a limit and whose use was read.</p>\n");
        }
        Html caption = Html.of(
                "%s with a limit, each by the resource of which it has used up most.",
                teams.inWords("team", "busiest"));
        return new Table(caption, List.of("Team", "Resource", "Used"))
                .of(teams.first().stream().map(TeamTable::row).toList());
    }

    private static List<Html> row(TeamUse use) {
        return List.of(
                use.name().isEmpty()
                        ? Html.name(use.team())
                        : Html.of("%s <small>%s</small>", Html.name(use.name()), Html.name(use.team())),
                use.type().isEmpty()
                        ? Html.of("%s", use.resource())
                        : Html.of("%s (%s)", use.resource(), Html.name(use.type())),
                use.share().bar(use.resource()));
    }
}
