package io.github.ticryptexporter.simulator;

import io.github.ticryptexporter.simulator.wire.Realm;
import io.github.ticryptexporter.simulator.wire.VirtualMachine;

/**
 * Moves the world one tick on. All draws of a tick come from the seed and the tick's number, so that seed and number of
 * ticks determine the state.
 */
final class Motion {
    static final long TICK_MILLIS = 1_000;
    static final int PING_TICKS = 30;

    /** A site that nobody asked for longer than this lives through the last hour only. */
    static final long CATCH_UP_TICKS = 3_600;

    private final World world;
    private final VmMotion vms;
    private final DriveMotion drives;
    private final PeopleMotion people;

    Motion(World world) {
        this.world = world;
        this.vms = new VmMotion(world);
        this.drives = new DriveMotion(world);
        this.people = new PeopleMotion(world);
    }

    /** Sees to it that what a generated fleet has begun comes to its end. */
    void begin() {
        vms.begin();
        drives.begin();
    }

    void advanceTo(long millis) {
        long target = (millis - world.origin.startMillis()) / TICK_MILLIS;
        world.tick = Math.max(world.tick, target - CATCH_UP_TICKS);
        while (world.tick < target) {
            world.tick++;
            world.agenda.runUntil(world.tick);
            // Each VM pings once in so many ticks: in a long catch-up only the last pings are still to be seen.
            if (target - world.tick < PING_TICKS) {
                ping();
            }
            vms.move();
            drives.move();
            people.move();
        }
    }

    private void ping() {
        long now = world.nowMillis();
        for (Realm realm : world.fleet.realms.values()) {
            for (VirtualMachine vm : realm.vms.values()) {
                if (vm.lastPing != null && isPingTick(vm) && !world.silent.contains(vm.id)) {
                    vm.lastPing = now;
                }
            }
        }
    }

    private boolean isPingTick(VirtualMachine vm) {
        return Math.floorMod(vm.id.hashCode() + world.tick, PING_TICKS) == 0;
    }
}
