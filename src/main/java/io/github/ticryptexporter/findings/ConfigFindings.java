package io.github.ticryptexporter.findings;

import io.github.ticryptexporter.fleet.FleetSnapshot;
import io.github.ticryptexporter.fleet.Reading;
import io.github.ticryptexporter.fleet.VmConfigInfo;
import io.github.ticryptexporter.fleet.VmConfigState;
import io.github.ticryptexporter.fleet.VmInfo;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Counts what disagrees between the VM configs of one realm and its listed VMs. */
final class ConfigFindings {

    private final Map<String, VmConfigInfo> configs;
    private final List<Placement> placements;
    private final Set<String> vms;
    private final Set<String> startedConfigs;
    private final Set<String> inventoryPins;

    private ConfigFindings(List<VmConfigInfo> configs, List<Placement> placements, Collection<Host> hosts) {
        this.configs = configs.stream().collect(Collectors.toMap(VmConfigInfo::id, Function.identity()));
        this.placements = placements;
        this.vms = present(placements.stream().map(placement -> placement.vm().id()));
        this.startedConfigs =
                present(placements.stream().map(placement -> placement.vm().config()));
        this.inventoryPins =
                present(hosts.stream().map(Host::entry).filter(Objects::nonNull).map(HostEntry::pinned));
    }

    private static Set<String> present(Stream<@Nullable String> ids) {
        return ids.filter(Objects::nonNull).collect(Collectors.toSet());
    }

    /**
     * How often each kind occurs, zeros included; kinds whose sources hold no data are left out.
     *
     * @param vms null while the realm's VMs are not known
     */
    static Map<ConfigInconsistency, Long> of(String realm, @Nullable RealmFindings vms, FleetSnapshot fleet) {
        var configs = fleet.vmConfigs(realm).map(Reading::items).orElse(List.of());
        ConfigFindings found = vms == null
                ? new ConfigFindings(configs, List.of(), List.of())
                : new ConfigFindings(configs, vms.placements(), vms.hosts().keySet());
        Map<ConfigInconsistency, Long> counts = new EnumMap<>(ConfigInconsistency.class);
        for (ConfigInconsistency kind : ConfigInconsistency.values()) {
            if (fleet.holds(kind.sources(), realm)) {
                counts.put(kind, found.count(kind));
            }
        }
        return counts;
    }

    private long count(ConfigInconsistency kind) {
        return switch (kind) {
            case RUNNING_WITHOUT_VM -> running().filter(this::runsAsNoVm).count();
            case VM_WITHOUT_CONFIG -> countPlaced(this::hasLostItsConfig);
            case VM_CONFIG_NOT_RUNNING -> countPlaced(this::isNotMeantToRun);
            case VM_CLAIMED_TWICE -> claimedTwice();
            case PINNED_ELSEWHERE -> countPlaced(this::isPinnedElsewhere);
        };
    }

    private Stream<VmConfigInfo> running() {
        return configs.values().stream().filter(config -> config.state() == VmConfigState.RUNNING);
    }

    private long countPlaced(Predicate<Placement> counted) {
        return placements.stream().filter(counted).count();
    }

    private boolean runsAsNoVm(VmConfigInfo config) {
        return !startedConfigs.contains(config.id()) && !(config.vm() != null && vms.contains(config.vm()));
    }

    private boolean hasLostItsConfig(Placement placement) {
        return placement.vm().config() != null && config(placement.vm()).isEmpty();
    }

    private boolean isNotMeantToRun(Placement placement) {
        return config(placement.vm())
                .map(VmConfigInfo::state)
                .filter(state -> state == VmConfigState.STOPPED || state == VmConfigState.SUSPENDED)
                .isPresent();
    }

    private long claimedTwice() {
        Set<String> claimed = new HashSet<>();
        return running()
                .map(VmConfigInfo::vm)
                .filter(Objects::nonNull)
                .filter(vm -> !claimed.add(vm))
                .distinct()
                .count();
    }

    /** A host that only its VMs betray has no pin that could be told from the config's. */
    private boolean isPinnedElsewhere(Placement placement) {
        Optional<HostEntry> placed = placement.knownHost().map(Host::entry);
        Optional<String> pin = config(placement.vm()).map(VmConfigInfo::host).filter(inventoryPins::contains);
        return placed.isPresent()
                && pin.isPresent()
                && !pin.get().equals(placed.get().pinned());
    }

    private Optional<VmConfigInfo> config(VmInfo vm) {
        return Optional.ofNullable(vm.config()).map(configs::get);
    }
}
