package io.github.ticryptexporter.findings;

import io.github.ticryptexporter.fleet.Api;
import java.util.Locale;
import java.util.Set;

/**
 * A rule of attachment that drives, or the VMs that name them, break. Drives attach within their realm: a VM that only
 * another realm lists is not a listed one.
 */
public enum AttachmentInconsistency {
    /** Drives in state {@code ReadWrite} that nothing writes to. */
    READWRITE_WITHOUT_WRITER,
    /** Drives whose writer is no listed VM. */
    WRITER_NOT_ACTIVE,
    /** Drives in state {@code ReadOnly} that nothing reads from. */
    READONLY_WITHOUT_READER,
    /** Drives of which at least one reader is no listed VM. */
    READER_NOT_ACTIVE,
    /** Drives in state {@code Ready} that have a writer or readers. */
    READY_BUT_ATTACHED,
    /** Drives that have a writer and readers. */
    WRITER_AND_READERS,
    /** VMs that name a drive which is in no list. */
    VM_DRIVE_MISSING,
    /** VMs that name a listed drive which names them neither as its writer nor as a reader. */
    VM_DRIVE_UNACKNOWLEDGED;

    /** The value of the label {@code kind}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The routes without which it cannot be told. */
    public Set<Api> sources() {
        return switch (this) {
            case READWRITE_WITHOUT_WRITER, READONLY_WITHOUT_READER, READY_BUT_ATTACHED, WRITER_AND_READERS ->
                Set.of(Api.DRIVES);
            case WRITER_NOT_ACTIVE, READER_NOT_ACTIVE, VM_DRIVE_MISSING, VM_DRIVE_UNACKNOWLEDGED ->
                Set.of(Api.DRIVES, Api.VMS);
        };
    }
}
