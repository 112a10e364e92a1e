package io.github.ticryptexporter.testing;

import io.github.ticryptexporter.fleet.Api;
import io.github.ticryptexporter.fleet.DriveInfo;
import io.github.ticryptexporter.fleet.FleetSnapshot;
import io.github.ticryptexporter.fleet.IdentityProvider;
import io.github.ticryptexporter.fleet.IdentityUser;
import io.github.ticryptexporter.fleet.ProjectInfo;
import io.github.ticryptexporter.fleet.Reading;
import io.github.ticryptexporter.fleet.Source;
import io.github.ticryptexporter.fleet.SourceId;
import io.github.ticryptexporter.fleet.TeamInfo;
import io.github.ticryptexporter.fleet.UserInfo;
import io.github.ticryptexporter.fleet.VmConfigInfo;
import io.github.ticryptexporter.fleet.VmInfo;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;

/** Builds a snapshot of what good answers brought, all at {@link ManualClock#START}. */
public final class Snapshots {
    private FleetSnapshot fleet;

    private Snapshots(FleetSnapshot fleet) {
        this.fleet = fleet;
    }

    /** A snapshot that knows these realms and nothing of them. */
    public static Snapshots knowing(String... realms) {
        return new Snapshots(
                FleetSnapshot.EMPTY.withSources(FleetSnapshot.EMPTY.sources(), new TreeSet<>(List.of(realms)), true));
    }

    public Snapshots vms(String realm, VmInfo... vms) {
        return answered(new SourceId(Api.VMS, realm), List.of(vms));
    }

    public Snapshots configs(String realm, VmConfigInfo... configs) {
        return answered(new SourceId(Api.VM_CONFIGS, realm), List.of(configs));
    }

    public Snapshots drives(DriveInfo... drives) {
        return answered(SourceId.site(Api.DRIVES), List.of(drives));
    }

    public Snapshots teams(TeamInfo... teams) {
        return answered(SourceId.site(Api.TEAMS), List.of(teams));
    }

    public Snapshots projects(ProjectInfo... projects) {
        return answered(SourceId.site(Api.PROJECTS), List.of(projects));
    }

    public Snapshots users(UserInfo... users) {
        return answered(SourceId.site(Api.USERS), List.of(users));
    }

    public Snapshots accounts(IdentityProvider provider, IdentityUser... accounts) {
        return answered(SourceId.site(provider.api()), List.of(accounts));
    }

    /** A good answer with these items, 1,000 bytes long, which took half a second. */
    public <T> Snapshots answered(SourceId id, List<T> items) {
        Source.Success success = new Source.Success(ManualClock.START, items.size(), 1000);
        fleet = fleet.with(Source.<T>unread(id)
                .succeeded(new Reading<>(items, ManualClock.START), success, Duration.ofMillis(500)));
        return this;
    }

    public FleetSnapshot made() {
        return fleet;
    }
}
