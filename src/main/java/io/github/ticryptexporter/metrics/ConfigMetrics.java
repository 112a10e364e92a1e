package io.github.ticryptexporter.metrics;

import static io.github.ticryptexporter.metrics.Family.gauge;

import io.github.ticryptexporter.fleet.Api;
import io.github.ticryptexporter.fleet.VmConfigState;
import java.util.List;
import java.util.Set;

/** VM configs, realm by realm. */
final class ConfigMetrics {
    private ConfigMetrics() {}

    static List<Family> families() {
        return List.of(gauge("ticrypt_vm_configs", "VM configs in the latest poll, by state.")
                .labels("realm", "state")
                .from("VMConfigInfo.state")
                .realm(Set.of(Api.VM_CONFIGS), ConfigMetrics::byState)
                .build());
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
}
