package io.github.ticryptexporter.poll;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.ticryptexporter.fleet.Api;
import io.github.ticryptexporter.fleet.FailureReason;
import io.github.ticryptexporter.fleet.FleetSnapshot;
import io.github.ticryptexporter.fleet.InTransition;
import io.github.ticryptexporter.fleet.Source;
import io.github.ticryptexporter.fleet.SourceId;
import io.github.ticryptexporter.fleet.TokenKind;
import io.github.ticryptexporter.fleet.VmConfigInfo;
import io.github.ticryptexporter.fleet.VmConfigState;
import io.github.ticryptexporter.testing.ManualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When a config was first seen starting or stopping is carried from snapshot to snapshot. */
class FirstSeenTest {

    private static final SourceId CONFIGS = new SourceId(Api.VM_CONFIGS, "libvirt");

    private final ManualClock clock = new ManualClock();
    private final FakeFleetApi api = new FakeFleetApi(clock);
    private FleetSnapshot last = FleetSnapshot.EMPTY;
    private final Poller poller = new Poller(
            new PollSettings(Map.of(), 5, new RealmSettings(false, List.of("libvirt"), Set.of())),
            Api.openedBy(EnumSet.of(TokenKind.VM)),
            api,
            snapshot -> last = snapshot,
            clock,
            new Random(1));

    @BeforeEach
    void prepare() {
        poller.prepare();
    }

    @Test
    void aConfigKeepsTheInstantAtWhichItWasFirstSeenInItsState() throws Exception {
        Instant seen = see(config(VmConfigState.STARTING));
        see(config(VmConfigState.STARTING));
        assertEquals(Map.of("config-1", new InTransition(VmConfigState.STARTING, seen)), last.transitions("libvirt"));
    }

    @Test
    void anotherStateIsSeenAnew() throws Exception {
        see(config(VmConfigState.STARTING));
        Instant seen = see(config(VmConfigState.STOPPING));
        assertEquals(Map.of("config-1", new InTransition(VmConfigState.STOPPING, seen)), last.transitions("libvirt"));
    }

    @Test
    void aConfigThatArrivedOrWentIsForgotten() throws Exception {
        see(config(VmConfigState.STARTING));
        see(config(VmConfigState.RUNNING));
        assertEquals(Map.of(), last.transitions("libvirt"));
        Instant again = see(config(VmConfigState.STARTING));
        assertEquals(Map.of("config-1", new InTransition(VmConfigState.STARTING, again)), last.transitions("libvirt"));
        see();
        assertEquals(Map.of(), last.transitions("libvirt"));
    }

    @Test
    void anOutageBeyondStaleAfterDoesNotMakeItYounger() throws Exception {
        Instant seen = see(config(VmConfigState.STARTING));
        api.fail(CONFIGS, FailureReason.SERVER_ERROR);
        pass(Duration.ofMinutes(20));
        api.heal(CONFIGS);
        see(config(VmConfigState.STARTING));
        assertEquals(Map.of("config-1", new InTransition(VmConfigState.STARTING, seen)), last.transitions("libvirt"));
    }

    private static VmConfigInfo config(VmConfigState state) {
        return new VmConfigInfo("config-1", state, null, null);
    }

    /** Lets the API list these for one interval; answers when they were polled in it. */
    private Instant see(VmConfigInfo... configs) throws InterruptedException {
        api.lists.put(CONFIGS, List.of(configs));
        pass(PollSettings.DEFAULT.interval(Api.VM_CONFIGS));
        Source<?> source = Objects.requireNonNull(last.sources().get(CONFIGS));
        return Objects.requireNonNull(source.lastSuccess()).answeredAt();
    }

    private void pass(Duration duration) throws InterruptedException {
        Instant end = clock.instant().plus(duration);
        while (clock.instant().isBefore(end)) {
            clock.advance(Duration.ofSeconds(1));
            for (int reads = -1; reads < api.reads.size(); ) {
                reads = api.reads.size();
                poller.readNext();
            }
            poller.publishIfChanged();
        }
    }
}
