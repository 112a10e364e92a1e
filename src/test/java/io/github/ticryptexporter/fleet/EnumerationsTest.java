package io.github.ticryptexporter.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The API's enumerations, spelled as the contract spells them. */
class EnumerationsTest {

    @Test
    void labelsAreTheApisOwnWords() {
        assertEquals(
                List.of("Ready", "ReadOnly", "ReadWrite", "Transferring", "Initializing", "other"),
                Arrays.stream(DriveState.values()).map(DriveState::label).toList());
        assertEquals(
                List.of("ext4", "ntfs", "btrfs", "xfs", "zfs", "other"),
                Arrays.stream(DriveFormat.values()).map(DriveFormat::label).toList());
        assertEquals(
                List.of("Stopped", "Starting", "Running", "Suspended", "Stopping", "other"),
                Arrays.stream(VmConfigState.values()).map(VmConfigState::label).toList());
        assertEquals(
                List.of("User", "VM", "unknown", "other"),
                Arrays.stream(OwnerType.values()).map(OwnerType::label).toList());
    }

    @Test
    void everyLabelNamesItsValue() {
        for (DriveState state : DriveState.values()) {
            assertEquals(state, DriveState.named(state.label()));
        }
        for (DriveFormat format : DriveFormat.values()) {
            assertEquals(format, DriveFormat.named(format.label()));
        }
        for (VmConfigState state : VmConfigState.values()) {
            assertEquals(state, VmConfigState.named(state.label()));
        }
        assertEquals(OwnerType.USER, OwnerType.named("User"));
        assertEquals(OwnerType.VM, OwnerType.named("VM"));
    }

    /** The label {@code unknown} is for a VM that says nothing; one that says "unknown" says what is not known here. */
    @Test
    void anOwnerTypeCalledUnknownIsAWordThisVersionDoesNotKnow() {
        assertEquals(OwnerType.OTHER, OwnerType.named("unknown"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ready", "READY", " Ready", "Ready ", "a state of a later version"})
    void aWordThisVersionDoesNotKnowIsOther(String word) {
        assertEquals(DriveState.OTHER, DriveState.named(word));
        assertEquals(DriveFormat.OTHER, DriveFormat.named(word));
        assertEquals(VmConfigState.OTHER, VmConfigState.named(word));
        assertEquals(OwnerType.OTHER, OwnerType.named(word));
    }
}
