package io.github.ticryptexporter.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.ticryptexporter.fleet.Api;
import io.github.ticryptexporter.fleet.FleetSnapshot;
import io.github.ticryptexporter.fleet.FleetSnapshot.LookUpState;
import io.github.ticryptexporter.fleet.LookUpCount;
import io.github.ticryptexporter.testing.Snapshots;
import org.junit.jupiter.api.Test;

/** The memory of single objects. */
class LookUpExpositionTest {

    private static final String[] FAMILIES = {
        "ticrypt_exporter_lookups_total", "ticrypt_exporter_lookup_entries", "ticrypt_exporter_lookup_evictions_total"
    };

    @Test
    void aRouteHasRowsOnceTheListsLeftAQuestionForIt() {
        FleetSnapshot fleet = Snapshots.knowing()
                .made()
                .withLookUps(Api.TEAM_QUOTAS, new LookUpState(new LookUpCount(0, 0, 0, 0), true))
                .withLookUps(Api.PROJECT, new LookUpState(new LookUpCount(7, 2, 1, 3), false));
        assertEquals("""
                ticrypt_exporter_lookups_total{api="project",result="hit"} 7
                ticrypt_exporter_lookups_total{api="project",result="miss"} 2
                ticrypt_exporter_lookup_entries{api="project"} 3
                ticrypt_exporter_lookup_evictions_total{api="project"} 1
                """, Exposed.of(fleet).samples(FAMILIES));
    }

    @Test
    void theFirstQuestionIsOneThatWasMissed() {
        FleetSnapshot fleet = Snapshots.knowing()
                .made()
                .withLookUps(Api.PROJECT, new LookUpState(new LookUpCount(0, 1, 0, 0), false));
        assertEquals("""
                ticrypt_exporter_lookups_total{api="project",result="hit"} 0
                ticrypt_exporter_lookups_total{api="project",result="miss"} 1
                ticrypt_exporter_lookup_entries{api="project"} 0
                ticrypt_exporter_lookup_evictions_total{api="project"} 0
                """, Exposed.of(fleet).samples(FAMILIES));
    }
}
