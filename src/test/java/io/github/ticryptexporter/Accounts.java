package io.github.ticryptexporter;

import io.github.ticryptexporter.oracle.IdentityReader;
import io.github.ticryptexporter.oracle.RawSite;
import io.github.ticryptexporter.simulator.SimulatedSite;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Objects;

/** The accounts at a simulated site's identity providers, as the oracle reads them. */
final class Accounts {
    private final SimulatedSite site;
    private final IdentityReader reader;

    Accounts(SimulatedSite site, InstantSource clock) {
        this.site = site;
        this.reader = new IdentityReader(clock);
    }

    RawSite readInto(RawSite raw) throws IOException, InterruptedException {
        RawSite withMonoCloud = reader.withMonoCloud(raw, site.identityUri("monocloud"), key("monocloud"));
        return reader.withAllthenticate(
                withMonoCloud,
                site.identityUri("allthenticate"),
                SimulatedSite.ALLTHENTICATE_HEADER,
                key("allthenticate"));
    }

    private String key(String provider) {
        return Objects.requireNonNull(site.identityKeys().get(provider));
    }
}
