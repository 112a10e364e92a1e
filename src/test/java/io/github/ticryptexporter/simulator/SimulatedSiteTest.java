package io.github.ticryptexporter.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SimulatedSiteTest {
    @Test
    void theSameSeedGivesTheSameBytesAfterTheSameTicks() {
        try (TestSite one = TestSite.of(7, 0.2);
                TestSite other = TestSite.of(7, 0.2)) {
            assertEquals(bytes(one), bytes(other));
            one.ticks(100);
            assertNotEquals(bytes(one), bytes(other));
            // The one looks once in a hundred ticks, the other each time.
            for (int tick = 0; tick < 100; tick++) {
                other.ticks(1);
                other.get("/api/projects", "project");
            }
            assertEquals(bytes(one), bytes(other));
        }
    }

    @Test
    void anotherSeedGivesAnotherFleetOfTheSameSize() {
        try (TestSite one = TestSite.of(7, 0.2);
                TestSite other = TestSite.of(8, 0.2)) {
            assertNotEquals(bytes(one), bytes(other));
            assertEquals(Picture.of(one).vms().size(), Picture.of(other).vms().size());
        }
    }

    private static List<String> bytes(TestSite site) {
        List<String> bodies = new ArrayList<>();
        bodies.add(site.get("/api/drives", "drive").body());
        bodies.add(site.get("/api/vms/libvirt/active", "vm").body());
        bodies.add(site.get("/api/vms/libvirt/configs", "vm").body());
        bodies.add(site.send("GET", "/api/vms/images", "vm", "{\"realm\": \"libvirt\"}")
                .body());
        bodies.add(site.get("/api/teams", "team").body());
        bodies.add(site.get("/api/projects", "project").body());
        bodies.add(site.get("/api/users", "user").body());
        return bodies;
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"API_FLAKY", "TOKEN_REVOKED"})
    void theSameSeedSpoilsTheSameHoweverLongTheStartTakes(Scenario scenario) {
        ManualClock clock = new ManualClock();
        AtomicInteger asked = new AtomicInteger();
        InstantSource slow = () -> clock.instant().plusSeconds(asked.getAndIncrement() == 0 ? 0 : 7);
        try (TestSite quickly = TestSite.of(settings(scenario), clock, clock);
                TestSite slowly = TestSite.of(settings(scenario), slow, clock)) {
            List<String> late = bytes(slowly);
            clock.advance(Duration.ofSeconds(7));
            assertEquals(bytes(quickly), late);
        }
    }

    private static SimulatorSettings settings(Scenario scenario) {
        return new SimulatorSettings(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 7, 0.2, scenario);
    }

    @Test
    void aClockThatStandsStillFreezesTheFleet() {
        try (TestSite site = TestSite.small()) {
            assertEquals(bytes(site), bytes(site));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, 100.5, Double.NaN, Double.POSITIVE_INFINITY})
    void aScaleOutOfRangeIsRefused(double scale) {
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> TestSite.settings(1, scale));
        assertEquals("scale: expected a number above 0 and up to 100, but was " + scale, refusal.getMessage());
    }

    @Test
    void hostsAndTokensAreKnownBeforeTheStart() {
        try (SimulatedSite site = new SimulatedSite(TestSite.settings(1, 1), new ManualClock())) {
            assertEquals(12, site.hosts().size());
            assertEquals(10, site.tokens().size());
            assertThrows(IllegalStateException.class, site::port);
            assertThrows(IllegalStateException.class, site::scenario);
        }
    }

    @Test
    void aSiteStartsOnce() {
        try (TestSite site = TestSite.small()) {
            assertThrows(IllegalStateException.class, site.site::start);
        }
    }

    @Test
    void aSiteStartsInTheScenarioOfItsSettings() {
        InetSocketAddress free = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        SimulatorSettings settings = new SimulatorSettings(free, 1, 0.05, Scenario.TOKEN_REVOKED);
        try (SimulatedSite site = new SimulatedSite(settings, new ManualClock())) {
            site.start();
            assertEquals(Scenario.TOKEN_REVOKED, site.scenario());
            assertTrue(
                    site.uri().toString().startsWith("http://127.0.0.1:"),
                    site.uri().toString());
        }
    }
}
