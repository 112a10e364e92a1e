package io.github.ticryptexporter.simulator;

import io.github.ticryptexporter.simulator.wire.QuotasTyped;
import io.github.ticryptexporter.simulator.wire.TeamInfo;
import io.github.ticryptexporter.simulator.wire.UserInfo;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The routes that create a team, edit its quotas and disable users. A request is checked whole before anything changes. */
final class GroupRoutes {
    private final World world;

    GroupRoutes(World world) {
        this.world = world;
    }

    Reply createTeam(Context context) {
        RequestBody body = RequestBody.of(context.body());
        TeamInfo team = new TeamInfo();
        team.name = body.requiredText("name");
        team.desc = body.requiredText("desc");
        if (team.name.isBlank()) {
            throw ApiError.unprocessable("name must not be blank");
        }
        team.id = "team|" + new Draw(world.origin.seed(), "new team", world.fleet.teams.size()).uuid();
        team.created = world.nowMillis();
        team.modified = team.created;
        world.fleet.teams.put(team.id, team);
        world.takeStock();
        return Reply.object(team);
    }

    Reply editQuotas(Context context) {
        RequestBody body = RequestBody.of(context.body());
        String id = body.requiredText("team");
        QuotasTyped quotas = quotas(body.requiredObject("quotas"));
        TeamInfo team = world.team(id);
        if (team == null) {
            throw ApiError.notFound("no such team");
        }
        team.teamQuotas = quotas;
        team.modified = world.nowMillis();
        return Reply.object(team);
    }

    // "New quota values", not a change of the old ones: what is left out is no longer limited.
    private static QuotasTyped quotas(RequestBody body) {
        QuotasTyped quotas = new QuotasTyped();
        body.number("cores", 0, value -> quotas.cores = value);
        body.number("memory", 0, value -> quotas.memory = value);
        body.numbers("storage", value -> quotas.storage = value);
        body.numbers("devices", value -> quotas.devices = value);
        return quotas;
    }

    Reply disableUsers(Context context) {
        List<String> ids = RequestBody.of(context.body()).requiredTexts("users");
        if (ids.isEmpty()) {
            throw ApiError.badRequest("users must not be empty");
        }
        List<UserInfo> users = new ArrayList<>();
        ids.forEach(id -> users.add(existing(id)));
        if (users.stream().anyMatch(user -> user.role.equals(PeopleGenerator.SUPER_ADMIN))) {
            throw ApiError.forbidden("a super-admin cannot be disabled");
        }
        users.forEach(GroupRoutes::disable);
        return Reply.object(Map.of());
    }

    private UserInfo existing(String id) {
        UserInfo user = world.fleet.users.get(id);
        if (user == null) {
            throw ApiError.notFound("users names a user who does not exist");
        }
        return user;
    }

    private static void disable(UserInfo user) {
        user.state = "Deactivated";
        user.deactivationType = "Admin";
    }
}
