package io.github.ticryptexporter.oracle;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;

/** Says which series an exporter with these settings must expose after reading this site. */
public final class Oracle {
    private Oracle() {}

    /** As {@link #expected(RawSite, OracleSettings, Sightings)}, when the exporter's first reading was at this time. */
    public static Map<String, Double> expected(RawSite raw, OracleSettings settings, Instant now) {
        return expected(raw, settings, Sightings.NONE.after(raw, now));
    }

    /**
     * The expected series of {@link Families#all()}, by canonical name, sorted; exactly those whose sources hold data.
     *
     * @param sightings what was seen up to and with this reading
     * @throws IllegalStateException where the contract gives no single answer, such as two teams under one label
     */
    public static Map<String, Double> expected(RawSite raw, OracleSettings settings, Sightings sightings) {
        Site site = new Site(raw, settings);
        Series series = new Series();
        Hosts names = new Hosts(settings.publishing());
        new CompletenessSection(site, series, names).add();
        new VmSection(site, series).add();
        new HostSection(site, series, names).add();
        new ConfigSection(site, series, names, sightings).add();
        new DriveSection(site, series).add();
        new TeamSection(site, series).add();
        new ProjectSection(site, series).add();
        new UserSection(site, series).add();
        new InactiveOwners(site, series).add();
        IdentitySection.add(site, series);
        new ObjectSection(site, series, names).add();
        return Collections.unmodifiableNavigableMap(series.values());
    }
}
