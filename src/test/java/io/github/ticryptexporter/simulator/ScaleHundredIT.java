package io.github.ticryptexporter.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("long")
class ScaleHundredIT {
    @Test
    void scaleOneHundredIsServedWholeFromLessThanTwoGigabytes() {
        try (TestSite site = TestSite.of(1, 100)) {
            System.gc();
            Runtime runtime = Runtime.getRuntime();
            long used = runtime.totalMemory() - runtime.freeMemory();
            assertTrue(used < 2L << 30, "heap in use: " + used);
            assertEquals(300_000, site.read("/api/drives", "drive").size());
            assertEquals(200_000, site.read("/api/users", "user").size());
            assertEquals(20_000, site.read("/api/teams", "team").size());
            int vms = site.read("/api/vms/libvirt/active", "vm").size()
                    + site.read("/api/vms/libvirt2/active", "vm").size();
            assertEquals(30_000, vms);
        }
    }
}
