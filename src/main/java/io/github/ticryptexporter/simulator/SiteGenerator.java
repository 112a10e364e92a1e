package io.github.ticryptexporter.simulator;

import io.github.ticryptexporter.simulator.wire.Fleet;
import io.github.ticryptexporter.simulator.wire.Realm;
import java.util.List;

/** Makes the fleet of a site from its seed; the order below is the order of dependence. */
final class SiteGenerator {
    private SiteGenerator() {}

    static Fleet generate(Origin origin) {
        Fleet fleet = new Fleet();
        Hosts.REALMS.forEach(realm -> fleet.realms.put(realm, new Realm(realm)));
        PeopleGenerator.addTo(fleet, origin);
        AccountGenerator.addTo(fleet, origin);
        HardwareGenerator.addTo(fleet, origin);
        GroupGenerator.addTo(fleet, origin);
        List<Workspace> workspaces = ConfigGenerator.addTo(fleet, origin);
        DriveGenerator.addTo(fleet, origin);
        new VmGenerator(fleet, origin).addAll(workspaces);
        QuotaGenerator.addTo(fleet, origin);
        return fleet;
    }
}
