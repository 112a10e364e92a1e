package io.github.ticryptexporter.findings;

import io.github.ticryptexporter.fleet.Api;
import java.util.Locale;
import java.util.Set;

/** A kind of reference from one list into another; an object that refers to nothing is never counted. */
public enum DanglingReference {
    /** Drives whose owner is no user. */
    DRIVE_OWNER,
    /** Drives of a team that is in no list. */
    DRIVE_TEAM,
    /** Drives of a project that is in no list and was not found either. */
    DRIVE_PROJECT,
    /** VMs whose owner is in no list: of users, of VMs, or of either where the VM does not say which. */
    VM_OWNER,
    /** VMs of a team that is in no list. */
    VM_TEAM,
    /** VMs of a project that is in no list and was not found either. */
    VM_PROJECT,
    /** VMs whose config no realm lists. */
    VM_CONFIG,
    /** Each time that a VM names a drive which is in no list. */
    VM_DRIVE;

    /** The value of the label {@code kind}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The routes without which it cannot be told. */
    public Set<Api> sources() {
        return switch (this) {
            case DRIVE_OWNER -> Set.of(Api.DRIVES, Api.USERS);
            case DRIVE_TEAM -> Set.of(Api.DRIVES, Api.TEAMS);
            case DRIVE_PROJECT -> Set.of(Api.DRIVES, Api.PROJECTS, Api.PROJECT);
            case VM_OWNER -> Set.of(Api.VMS, Api.USERS);
            case VM_TEAM -> Set.of(Api.VMS, Api.TEAMS);
            case VM_PROJECT -> Set.of(Api.VMS, Api.PROJECTS, Api.PROJECT);
            case VM_CONFIG -> Set.of(Api.VMS, Api.VM_CONFIGS);
            case VM_DRIVE -> Set.of(Api.VMS, Api.DRIVES);
        };
    }
}
