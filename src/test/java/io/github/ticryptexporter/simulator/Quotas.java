package io.github.ticryptexporter.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Adds up what teams and their users use in a picture, and names every limit that is exceeded. */
final class Quotas {
    private final Map<String, Long> used = new HashMap<>();

    static List<String> exceeded(TestSite site) {
        Picture picture = Picture.of(site);
        Quotas quotas = new Quotas();
        Map<String, JsonNode> vms = new HashMap<>();
        picture.vms().forEach(vm -> vms.put(Findings.text(vm, "id"), vm));
        picture.vms().forEach(vm -> quotas.addVm(vm, person(vm, vms)));
        picture.drives()
                .forEach(drive -> quotas.add(
                        drive,
                        Findings.text(drive, "owner"),
                        "storage/drives",
                        drive.get("capacity").longValue()));
        List<String> exceeded = new ArrayList<>();
        for (JsonNode team : picture.teams()) {
            String id = Findings.text(team, "id");
            quotas.compare(id, team.get("teamQuotas"), exceeded);
            team.get("members")
                    .forEach(member -> quotas.compare(
                            id + "/" + Findings.text(member, "id"), team.get("perUserQuotas"), exceeded));
        }
        return exceeded;
    }

    private static String person(JsonNode vm, Map<String, JsonNode> vms) {
        String owner = Findings.text(vm, "owner");
        JsonNode owningVm = Findings.text(vm, "ownerType").equals("VM") ? vms.get(owner) : null;
        return owningVm == null ? owner : person(owningVm, vms);
    }

    private void addVm(JsonNode vm, String owner) {
        JsonNode resources = vm.path("resources");
        add(vm, owner, "cores", resources.path("vcpus").longValue());
        add(vm, owner, "memory", resources.path("memory").longValue());
        resources
                .path("devices")
                .properties()
                .forEach(device -> add(
                        vm,
                        owner,
                        "devices/" + device.getKey(),
                        device.getValue().longValue()));
    }

    private void add(JsonNode object, String owner, String dimension, long amount) {
        String team = Findings.text(object, "team");
        used.merge(team + " " + dimension, amount, Long::sum);
        used.merge(team + "/" + owner + " " + dimension, amount, Long::sum);
    }

    private void compare(String who, JsonNode limits, List<String> exceeded) {
        limits.properties().forEach(limit -> {
            if (limit.getValue().isObject()) {
                limit.getValue()
                        .properties()
                        .forEach(type -> compare(
                                who + " " + limit.getKey() + "/" + type.getKey(),
                                type.getValue().longValue(),
                                exceeded));
            } else {
                compare(who + " " + limit.getKey(), limit.getValue().longValue(), exceeded);
            }
        });
    }

    private void compare(String what, long limit, List<String> exceeded) {
        long use = used.getOrDefault(what, 0L);
        if (use > limit) {
            exceeded.add(what + ": " + use + " of " + limit);
        }
    }
}
