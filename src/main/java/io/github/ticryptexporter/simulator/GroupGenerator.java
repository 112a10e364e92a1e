package io.github.ticryptexporter.simulator;

import static io.github.ticryptexporter.simulator.Origin.DAY;

import io.github.ticryptexporter.simulator.wire.Fleet;
import io.github.ticryptexporter.simulator.wire.ProjectInfo;
import io.github.ticryptexporter.simulator.wire.TeamInfo;
import io.github.ticryptexporter.simulator.wire.TeamMemberInfo;
import io.github.ticryptexporter.simulator.wire.UserInfo;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes the teams, a few of them large and most small, and the projects. Every team has a member who is active. */
final class GroupGenerator {
    private static final List<String> SECURITY_LEVELS = List.of("cui", "hipaa", "itar", "ferpa", "open");

    private GroupGenerator() {}

    static void addTo(Fleet fleet, Origin origin) {
        Draw draw = origin.draw("groups");
        List<Map<String, TeamMemberInfo>> members = members(List.copyOf(fleet.users.values()), draw, origin);
        for (int index = 0; index < members.size(); index++) {
            TeamInfo team = team(draw, index, origin.past(draw, 60 * DAY, 1_200 * DAY));
            team.members = List.copyOf(members.get(index).values());
            limitInTime(team, index, draw, origin);
            fleet.teams.put(team.id, team);
        }
        addProjects(fleet, draw, origin);
    }

    private static List<Map<String, TeamMemberInfo>> members(List<UserInfo> users, Draw draw, Origin origin) {
        List<UserInfo> active = users.stream()
                .filter(user -> PeopleGenerator.ACTIVE.equals(user.state))
                .toList();
        List<Map<String, TeamMemberInfo>> teams = new ArrayList<>();
        Map<String, TeamMemberInfo> known = new LinkedHashMap<>();
        for (int index = 0; index < origin.census().teams(); index++) {
            Map<String, TeamMemberInfo> team = new LinkedHashMap<>();
            join(team, draw.one(active), known);
            teams.add(team);
        }
        Skew skew = new Skew(teams.size());
        for (UserInfo user : users) {
            int memberships = draw.weighted(List.of(1, 2, 3, 0), 72, 20, 5, 3);
            for (int membership = 0; membership < memberships; membership++) {
                join(teams.get(skew.draw(draw)), user, known);
            }
        }
        return teams;
    }

    private static void join(Map<String, TeamMemberInfo> team, UserInfo user, Map<String, TeamMemberInfo> known) {
        team.put(user.id, known.computeIfAbsent(user.id, id -> member(user)));
    }

    /** A user as teams list them. */
    static TeamMemberInfo member(UserInfo user) {
        TeamMemberInfo member = new TeamMemberInfo();
        member.id = user.id;
        member.firstName = user.firstName;
        member.lastName = user.lastName;
        member.email = user.email;
        member.lastLogin = user.lastLogin;
        return member;
    }

    private static TeamInfo team(Draw draw, int index, long created) {
        TeamInfo team = new TeamInfo();
        team.id = "team|" + draw.uuid();
        team.name = "Team-%04d".formatted(index);
        team.desc = "invented team";
        team.created = created;
        team.modified = draw.between(created, created + 50 * DAY);
        return team;
    }

    private static void limitInTime(TeamInfo team, int index, Draw draw, Origin origin) {
        if (index % 4 == 1) {
            team.startDate = team.created;
        }
        if (index % 16 == 3) {
            team.endDate = origin.past(draw, DAY, 40 * DAY);
        } else if (index % 8 == 5) {
            team.endDate = origin.startMillis() + draw.between(5 * DAY, 500 * DAY);
        }
    }

    /** Whether the team's access to resources has ended by then. */
    static boolean ended(TeamInfo team, long millis) {
        return team.endDate != null && team.endDate <= millis;
    }

    private static void addProjects(Fleet fleet, Draw draw, Origin origin) {
        List<String> roots = new ArrayList<>();
        for (int index = 0; index < origin.census().projects(); index++) {
            ProjectInfo project = new ProjectInfo();
            project.id = "proj|" + draw.uuid();
            project.name = "Project-%04d".formatted(index);
            project.desc = "invented project";
            project.securityLevel = draw.weighted(SECURITY_LEVELS, 40, 25, 10, 15, 10);
            project.created = origin.past(draw, 60 * DAY, 1_200 * DAY);
            project.modified = draw.between(project.created, origin.startMillis() - DAY);
            if (index % 5 == 4) {
                project.parent = draw.one(roots);
            } else {
                roots.add(project.id);
            }
            fleet.projects.put(project.id, project);
        }
    }
}
