package io.github.ticryptexporter.simulator;

import io.github.ticryptexporter.simulator.wire.BrickInfo;
import io.github.ticryptexporter.simulator.wire.Fleet;
import io.github.ticryptexporter.simulator.wire.Realm;
import io.github.ticryptexporter.simulator.wire.TeamInfo;
import io.github.ticryptexporter.simulator.wire.UserInfo;
import io.github.ticryptexporter.simulator.wire.VMConfigInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Makes the VM configs, all stopped. Each third one will become a VM and so belongs to a team whose time has not ended; one
 * VM in thirty is a worker, in the realm and the team of the VM that will own it.
 */
final class ConfigGenerator {
    /** Small sizes are common, large and GPU ones rare, in the order of the bricks. */
    private static final int[] BRICK_WEIGHTS = {16, 12, 10, 12, 4, 8, 11, 5, 5, 3, 2, 3, 1, 2, 5, 2, 1, 1, 0};

    private final Fleet fleet;
    private final Origin origin;
    private final Draw draw;
    private final List<TeamInfo> teams;
    private final List<String> projects;
    private final Skew skew;
    private final Map<String, List<BrickInfo>> bricks;

    private ConfigGenerator(Fleet fleet, Origin origin) {
        this.fleet = fleet;
        this.origin = origin;
        this.draw = origin.draw("configs");
        this.teams = List.copyOf(fleet.teams.values());
        this.projects = List.copyOf(fleet.projects.keySet());
        this.skew = new Skew(teams.size());
        this.bricks = fleet.bricks.values().stream().collect(Collectors.groupingBy(brick -> brick.realmID));
    }

    /** Answers the configs in the order made, whatever their realm. */
    static List<Workspace> addTo(Fleet fleet, Origin origin) {
        return new ConfigGenerator(fleet, origin).addAll();
    }

    private List<Workspace> addAll() {
        List<Workspace> made = new ArrayList<>();
        for (int index = 0; index < origin.census().configs(); index++) {
            VMConfigInfo config = config(index);
            boolean worker = VmGenerator.isWorker(index);
            Realm realm =
                    worker ? made.get(index - 3).realm() : fleet.realm(Hosts.REALMS.get(draw.chance(0.65) ? 0 : 1));
            if (worker) {
                follow(config, made.get(index - 3).config(), realm.id);
            } else {
                settle(config, index, realm.id);
            }
            made.add(new Workspace(realm, config));
            realm.configs.put(config.id, config);
        }
        return made;
    }

    private VMConfigInfo config(int index) {
        VMConfigInfo config = new VMConfigInfo();
        config.id = draw.uuid();
        config.name = "workspace-%05d".formatted(index);
        config.description = draw.chance(0.3) ? "invented workspace" : "";
        config.state = index % 90 == 1 ? "Suspended" : "Stopped";
        config.vmID = draw.chance(0.8) ? draw.uuid() : null;
        config.mac = draw.chance(0.97) ? "52:54:00:%02x:%02x:%02x".formatted(hex(), hex(), hex()) : null;
        config.controllerID = draw.chance(0.5) ? draw.uuid() : null;
        config.macOptions = draw.chance(0.1) ? List.of("spoof-check") : List.of();
        config.settings = draw.chance(0.05) ? Map.of("autoConnect", true) : null;
        return config;
    }

    private int hex() {
        return draw.below(256);
    }

    private void settle(VMConfigInfo config, int index, String realm) {
        TeamInfo team = team(VmGenerator.willRun(index));
        config.brick = draw.weighted(bricks.getOrDefault(realm, List.of()), BRICK_WEIGHTS).id;
        config.owners = owners(team);
        config.team = VmGenerator.hasTeam(index) ? team.id : null;
        config.project = draw.chance(0.85) ? projectOf(team) : null;
    }

    private void follow(VMConfigInfo worker, VMConfigInfo owner, String realm) {
        List<BrickInfo> ofRealm = bricks.getOrDefault(realm, List.of());
        worker.brick = ofRealm.get(ofRealm.size() - 1).id;
        worker.owners = owner.owners;
        worker.team = owner.team;
        worker.project = owner.project;
    }

    private TeamInfo team(boolean running) {
        TeamInfo team = teams.get(skew.draw(draw));
        while (running && GroupGenerator.ended(team, origin.startMillis())) {
            team = teams.get(skew.draw(draw));
        }
        return team;
    }

    private List<String> owners(TeamInfo team) {
        List<String> owners = new ArrayList<>(List.of(activeMember(team)));
        for (int others = draw.weighted(List.of(0, 1, 2, 3), 60, 20, 12, 8); others > 0; others--) {
            String other = draw.one(team.members).id;
            if (!owners.contains(other)) {
                owners.add(other);
            }
        }
        return List.copyOf(owners);
    }

    private String activeMember(TeamInfo team) {
        for (int attempt = 0; attempt < 5; attempt++) {
            UserInfo user = fleet.users.get(draw.one(team.members).id);
            if (user != null && PeopleGenerator.ACTIVE.equals(user.state)) {
                return user.id;
            }
        }
        return team.members.get(0).id;
    }

    /** Teams work on a few projects each, and share them. */
    private String projectOf(TeamInfo team) {
        return projects.get((Math.floorMod(team.id.hashCode(), projects.size()) + draw.below(3)) % projects.size());
    }
}
