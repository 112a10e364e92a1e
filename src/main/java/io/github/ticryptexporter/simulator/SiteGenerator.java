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
        HardwareGenerator.addTo(fleet, origin);
        GroupGenerator.addTo(fleet, origin);
        List<Workspace> workspaces = ConfigGenerator.addTo(fleet, origin);
        DriveGenerator.addTo(fleet, origin);
        new VmGenerator(fleet, origin).addAll(workspaces);
        QuotaGenerator.addTo(fleet, origin);
        return fleet;
    }

    /**
     * What a generated fleet follows from.
     *
     * @param startMillis the moment that all its times lie before or around
     */
    record Origin(long seed, Census census, List<SimulatedHost> hosts, long startMillis) {
        static final long HOUR = 3_600_000L;
        static final long DAY = 24 * HOUR;

        Draw draw(String purpose) {
            return new Draw(seed, purpose, 0);
        }

        /** A moment in the past, as likely within any tenfold of its age: recent ones are dense, old ones rare. */
        long past(Draw draw, long leastAge, long greatestAge) {
            double tens = StrictMath.log10((double) greatestAge / leastAge);
            return startMillis - (long) (leastAge * StrictMath.pow(10, tens * draw.between(0, 10_000) / 10_000.0));
        }
    }
}
