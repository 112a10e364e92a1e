package io.github.ticryptexporter.metrics;

import static io.github.ticryptexporter.metrics.Family.gauge;

import io.github.ticryptexporter.findings.ConfigInconsistency;
import io.github.ticryptexporter.fleet.Api;
import io.github.ticryptexporter.fleet.InTransition;
import io.github.ticryptexporter.fleet.VmConfigState;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** VM configs and what speaks against them, realm by realm. */
final class ConfigMetrics {

    private static final Set<Api> CONFIGS = Set.of(Api.VM_CONFIGS);

    private static final List<VmConfigState> PASSING = List.of(VmConfigState.STARTING, VmConfigState.STOPPING);

    private ConfigMetrics() {}

    static List<Family> families() {
        return List.of(
                gauge("ticrypt_vm_configs", "VM configs in the latest poll, by state.")
                        .labels("realm", "state")
                        .from("VMConfigInfo.state")
                        .realm(CONFIGS, ConfigMetrics::byState)
                        .build(),
                gauge(
                                "ticrypt_vm_configs_oldest_in_state_timestamp_seconds",
                                "When polling first saw the VM config that has been starting, or stopping, the longest.")
                        .labels("realm", "state")
                        .from("VMConfigInfo.state")
                        .realm(CONFIGS, ConfigMetrics::oldestInState)
                        .build(),
                inconsistent());
    }

    private static Family inconsistent() {
        Family.Builder family = gauge(
                        "ticrypt_vm_config_inconsistent",
                        "VM configs, or VMs, in the latest poll that contradict each other, by kind.")
                .labels("realm", "kind")
                .from("VMConfigInfo.state, .vmID, .host; VirtualMachine.config; inventory.hosts");
        for (ConfigInconsistency kind : ConfigInconsistency.values()) {
            family.realm(
                    kind.sources(),
                    (picture, realm, rows) ->
                            rows.set(picture.findings().disagreements().count(kind, realm), realm, kind.label()));
        }
        return family.build();
    }

    private static void byState(Picture picture, String realm, Rows rows) {
        for (VmConfigState state : VmConfigState.values()) {
            rows.set(0, realm, state.label());
        }
        picture.fleet()
                .vmConfigs(realm)
                .orElseThrow()
                .items()
                .forEach(config -> rows.add(1, realm, config.state().label()));
    }

    private static void oldestInState(Picture picture, String realm, Rows rows) {
        for (VmConfigState state : PASSING) {
            picture.fleet().transitions(realm).values().stream()
                    .filter(config -> config.state() == state)
                    .map(InTransition::since)
                    .min(Instant::compareTo)
                    .ifPresent(oldest -> rows.set(Seconds.of(oldest), realm, state.label()));
        }
    }
}
