package io.github.ticryptexporter.simulator;

import io.github.ticryptexporter.simulator.wire.TeamInfo;
import io.github.ticryptexporter.simulator.wire.TeamMemberInfo;
import io.github.ticryptexporter.simulator.wire.UserInfo;
import java.util.stream.Stream;

/** Lets users log in, and now and then a new one register, be activated and join a team. */
final class PeopleMotion {
    private static final int ACTIVATION_TICKS = 120;

    private final World world;

    PeopleMotion(World world) {
        this.world = world;
    }

    void move() {
        if (world.roster.isMissingSomething()) {
            return;
        }
        Draw draw = world.draw("people");
        int initial = world.origin.census().users();
        for (int left = draw.times(initial / 4_000.0); left > 0; left--) {
            logIn(draw.one(world.roster.users));
        }
        if (draw.chance(Math.min(0.5, initial / 200_000.0))) {
            register(draw);
        }
    }

    private void logIn(UserInfo user) {
        if (user.state.equals(PeopleGenerator.ACTIVE)) {
            user.lastLogin = world.nowMillis();
            TeamMemberInfo member = world.roster.members.get(user.id);
            if (member != null) {
                member.lastLogin = user.lastLogin;
            }
        }
    }

    private void register(Draw draw) {
        int number = world.fleet.users.size();
        UserInfo user = PeopleGenerator.person(draw, number, world.nowMillis());
        TeamInfo team = draw.one(world.roster.teams);
        world.fleet.users.put(user.id, user);
        world.roster.users.add(user);
        world.agenda.at(world.tick + ACTIVATION_TICKS, () -> activate(user, team, number));
    }

    private void activate(UserInfo user, TeamInfo team, int number) {
        if (!user.state.equals(PeopleGenerator.NEW)) {
            return;
        }
        user.state = PeopleGenerator.ACTIVE;
        user.tosAccepted = world.nowMillis();
        user.lastEscrow = world.nowMillis();
        TeamMemberInfo member = GroupGenerator.member(user);
        world.roster.members.put(user.id, member);
        team.members = Stream.concat(team.members.stream(), Stream.of(member)).toList();
        AccountGenerator.enrol(world.fleet, user, number, world.draw("account of " + number));
        logIn(user);
    }
}
