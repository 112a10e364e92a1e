package io.github.ticryptexporter.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

/** What VMs take, from their {@code resources}; what a VM does not say adds nothing. */
final class Usage {
    private Usage() {}

    static OptionalLong vcpus(JsonNode vm) {
        return Json.amount(vm.path("resources"), "vcpus");
    }

    static OptionalLong memory(JsonNode vm) {
        return Json.amount(vm.path("resources"), "memory");
    }

    static Map<String, Long> devices(JsonNode vm) {
        return Json.amounts(vm.path("resources"), "devices");
    }

    static double vcpus(Collection<JsonNode> vms) {
        return vms.stream().mapToDouble(vm -> vcpus(vm).orElse(0)).sum();
    }

    static double memory(Collection<JsonNode> vms) {
        return vms.stream().mapToDouble(vm -> memory(vm).orElse(0)).sum();
    }

    static double devices(Collection<JsonNode> vms, String type) {
        return vms.stream()
                .mapToDouble(vm -> devices(vm).getOrDefault(type, 0L))
                .sum();
    }

    /** The device types that these VMs name, also those of which they take 0. */
    static Set<String> deviceTypes(Collection<JsonNode> vms) {
        Set<String> types = new TreeSet<>();
        vms.forEach(vm -> types.addAll(devices(vm).keySet()));
        return types;
    }

    /** The sum of the drives' capacity. */
    static double capacity(Collection<JsonNode> drives) {
        return drives.stream()
                .mapToDouble(drive -> Json.amount(drive, "capacity").orElse(0))
                .sum();
    }
}
