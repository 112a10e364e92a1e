package io.github.ticryptexporter.simulator;

import io.github.ticryptexporter.simulator.wire.DriveInfo;
import io.github.ticryptexporter.simulator.wire.Fleet;
import io.github.ticryptexporter.simulator.wire.VMConfigInfo;
import io.github.ticryptexporter.simulator.wire.VirtualMachine;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Attaches drives to VMs and detaches them, with both sides, the drive's state and its times in agreement. */
final class Attachments {
    private Attachments() {}

    /** Attaches what the config names and is free; a drive that is not stays with its config for the next start. */
    static void attachAll(Fleet fleet, VMConfigInfo config, VirtualMachine vm, long millis) {
        for (String id : config.rwDrives) {
            DriveInfo drive = fleet.drives.get(id);
            if (drive != null && drive.state.equals("Ready")) {
                attachWriter(drive, vm, millis);
            }
        }
        for (String id : config.roDrives) {
            DriveInfo drive = fleet.drives.get(id);
            if (drive != null && (drive.state.equals("Ready") || drive.state.equals("ReadOnly"))) {
                attachReader(drive, vm, millis);
            }
        }
    }

    static void attachWriter(DriveInfo drive, VirtualMachine vm, long millis) {
        drive.writer = vm.id;
        changeState(drive, "ReadWrite", sinceItIsThere(drive, millis));
        drive.attached = drive.stateChange;
        plugIn(vm, drive.id);
    }

    private static void attachReader(DriveInfo drive, VirtualMachine vm, long millis) {
        drive.readers = DriveGenerator.with(drive.readers, vm.id);
        long since = sinceItIsThere(drive, millis);
        if (!drive.state.equals("ReadOnly")) {
            changeState(drive, "ReadOnly", since);
        }
        drive.attached = Math.max(since, drive.attached == null ? since : drive.attached);
        plugIn(vm, drive.id);
    }

    /** A VM may be older than a drive that it has. */
    private static long sinceItIsThere(DriveInfo drive, long millis) {
        return Math.max(millis, drive.created);
    }

    static void detachAll(Fleet fleet, VirtualMachine vm, long millis) {
        for (String id : List.copyOf(vm.drives.values())) {
            DriveInfo drive = fleet.drives.get(id);
            if (drive != null) {
                detach(drive, vm, millis);
            }
        }
    }

    static void detach(DriveInfo drive, VirtualMachine vm, long millis) {
        if (vm.id.equals(drive.writer)) {
            drive.writer = null;
            drive.changed = millis;
        }
        drive.readers =
                drive.readers.stream().filter(reader -> !reader.equals(vm.id)).toList();
        if (drive.writer == null && drive.readers.isEmpty()) {
            changeState(drive, "Ready", millis);
        }
        unplug(vm, drive.id);
    }

    static void changeState(DriveInfo drive, String state, long millis) {
        drive.state = state;
        drive.stateChange = millis;
    }

    /** Names the drive in the VM under the first free device, from vdb on as vda is the image. */
    static void plugIn(VirtualMachine vm, String drive) {
        Map<String, String> drives = new LinkedHashMap<>(vm.drives);
        int device = 1;
        while (drives.containsKey(deviceName(device))) {
            device++;
        }
        drives.put(deviceName(device), drive);
        vm.drives = drives;
    }

    static void unplug(VirtualMachine vm, String drive) {
        Map<String, String> drives = new LinkedHashMap<>(vm.drives);
        drives.values().remove(drive);
        vm.drives = drives;
    }

    /** vda to vdz, then vdaa and on. */
    private static String deviceName(int index) {
        char last = (char) ('a' + index % 26);
        return index < 26 ? "vd" + last : "vd" + (char) ('a' + index / 26 - 1) + last;
    }
}
