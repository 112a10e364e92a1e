package io.github.ticryptexporter.simulator;

import io.github.ticryptexporter.simulator.wire.Fleet;
import io.github.ticryptexporter.simulator.wire.ProjectInfo;
import io.github.ticryptexporter.simulator.wire.Realm;
import io.github.ticryptexporter.simulator.wire.TeamInfo;
import io.javalin.http.Context;
import java.util.Collection;
import java.util.concurrent.locks.Lock;

/** The routes that read. */
final class ReadRoutes {
    private final World world;
    private final Lock lock;

    ReadRoutes(World world, Lock lock) {
        this.world = world;
        this.lock = lock;
    }

    Reply drives() {
        return list(fleet().drives.values());
    }

    Reply images(Context context) {
        String realm = RequestBody.of(context.body()).requiredText("realm");
        return list(realm(realm).images.values());
    }

    Reply activeVms(Context context) {
        return list(realm(context.pathParam("realm")).vms.values());
    }

    Reply configs(Context context) {
        return list(realm(context.pathParam("realm")).configs.values());
    }

    Reply teams() {
        return list(fleet().teams.values());
    }

    Reply quotas(Context context) {
        TeamInfo team = world.team(RequestBody.of(context.body()).requiredText("team"));
        if (team == null) {
            throw ApiError.notFound("no such team");
        }
        return Reply.object(team.teamQuotas);
    }

    Reply projects() {
        return list(fleet().projects.values());
    }

    Reply project(Context context) {
        ProjectInfo project = fleet().projects.get(context.pathParam("project"));
        if (project == null) {
            throw ApiError.notFound("no such project");
        }
        return Reply.object(project);
    }

    Reply users() {
        return list(fleet().users.values());
    }

    // The API document is silent on a realm that does not exist; 404 is its word for what does not exist elsewhere.
    private Realm realm(String id) {
        Realm realm = fleet().realms.get(id);
        if (realm == null) {
            throw ApiError.notFound("no such realm");
        }
        return realm;
    }

    private Fleet fleet() {
        return world.fleet;
    }

    private Reply list(Collection<?> elements) {
        return Reply.list(elements, lock);
    }
}
