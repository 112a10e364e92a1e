package io.github.ticryptexporter.findings;

import io.github.ticryptexporter.fleet.Api;
import java.util.Locale;
import java.util.Set;

/** A way in which the VM configs of a realm disagree with its listed VMs, or with each other. */
public enum ConfigInconsistency {
    /** Configs that are running though no listed VM has the config's id, or is the one that the config names. */
    RUNNING_WITHOUT_VM,
    /** VMs that name a config which is in no list. */
    VM_WITHOUT_CONFIG,
    /** VMs that are listed though their config is stopped or suspended. */
    VM_CONFIG_NOT_RUNNING,
    /** VMs, listed or not, that more than one running config names. */
    VM_CLAIMED_TWICE,
    /** VMs that sit on one host of the inventory while their config is pinned to another. */
    PINNED_ELSEWHERE;

    /** The value of the label {@code kind}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The routes without which it cannot be told. */
    public Set<Api> sources() {
        return switch (this) {
            case RUNNING_WITHOUT_VM, VM_WITHOUT_CONFIG, VM_CONFIG_NOT_RUNNING, PINNED_ELSEWHERE ->
                Set.of(Api.VM_CONFIGS, Api.VMS);
            case VM_CLAIMED_TWICE -> Set.of(Api.VM_CONFIGS);
        };
    }
}
