package io.github.ticryptexporter.metrics;

import static io.github.ticryptexporter.testing.Drives.drive;
import static io.github.ticryptexporter.testing.Entries.host;
import static io.github.ticryptexporter.testing.Vms.vm;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.ticryptexporter.fleet.VmConfigInfo;
import io.github.ticryptexporter.fleet.VmConfigState;
import io.github.ticryptexporter.testing.Fleets;
import io.github.ticryptexporter.testing.Snapshots;
import io.github.ticryptexporter.testing.Users;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** No series stands twice, for there is no way to make one that does. */
class RowsTest {

    @Test
    void whatIsAddedToOneSampleIsSummed() {
        Rows rows = new Rows();
        rows.add(1, "b", "x");
        rows.add(2, "a", "x");
        rows.add(4, "b", "x");
        rows.add(8, "b", "y");

        assertEquals(List.of("[a, x] 2.0", "[b, x] 5.0", "[b, y] 8.0"), listed(rows));
    }

    @Test
    void whatIsSetReplacesWhatWasThereAndMayBeAddedTo() {
        Rows rows = new Rows();
        rows.add(1, "a");
        rows.set(2.0, "a");
        rows.add(4, "a");
        rows.set(8.0, "b");
        rows.set(16.0, "b");

        assertEquals(List.of("[a] 6.0", "[b] 16.0"), listed(rows));
    }

    @Test
    void theLastDistributionStands() {
        Rows rows = new Rows();
        rows.set(Distribution.summary(1, 1.5), "a");
        rows.set(Distribution.summary(2, 2.5), "b");
        rows.set(Distribution.summary(3, 3.5), "a");

        Samples samples = rows.samples();
        assertEquals(2, samples.size());
        assertEquals(Distribution.summary(3, 3.5), samples.distribution(0));
        assertEquals(Distribution.summary(2, 2.5), samples.distribution(1));
    }

    @Test
    void inWhateverOrderNoSampleIsThereTwice() {
        Random random = new Random(1);
        Rows rows = new Rows();
        for (int i = 0; i < 10_000; i++) {
            rows.add(1, "a" + random.nextInt(20), "b" + random.nextInt(20));
        }

        List<List<String>> labels = new ArrayList<>();
        rows.samples().forEach((values, count) -> labels.add(List.copyOf(values)));
        assertEquals(400, labels.size());
        assertEquals(400, new HashSet<>(labels).size());
    }

    /** The parsers drop a second object of one id; what if they did not? */
    @Test
    void aFleetWithEverythingTwiceHasNoSeriesTwice() {
        VmConfigInfo config = new VmConfigInfo("config-standard", VmConfigState.RUNNING, null, "node-7");
        Exposed twice = Exposed.of(Snapshots.knowing()
                        .vms(Fleets.REALM, vm("a").made(), vm("a").made())
                        .configs(Fleets.REALM, config, config)
                        .drives(drive("b").made(), drive("b").made())
                        .teams(Fleets.aTeamWithADate(), Fleets.aTeamWithADate())
                        .users(Users.user("c").made(), Users.user("c").made())
                        .made())
                .with(host("rack").pinned("node-7"), host("rack").pinned("node-8"))
                .at(PrivacyLevel.DETAILED);

        List<String> series = twice.text()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.substring(0, line.lastIndexOf(' ')))
                .toList();
        assertEquals(series.size(), new HashSet<>(series).size());
    }

    private static List<String> listed(Rows rows) {
        List<String> listed = new ArrayList<>();
        rows.samples().forEach((labels, value) -> listed.add(labels + " " + value));
        return listed;
    }
}
