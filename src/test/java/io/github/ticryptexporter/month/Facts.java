package io.github.ticryptexporter.month;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** What is true of the site at the end of the month, by plain arithmetic on its own lists. */
final class Facts {
    static final String GPU = "gpu-nvidia";

    private final JsonNode answers;

    Facts(JsonNode answers) {
        this.answers = answers;
    }

    List<JsonNode> list(String path) {
        return StreamSupport.stream(answers.path(path).spliterator(), false).toList();
    }

    List<JsonNode> drives() {
        return list("/api/drives");
    }

    List<JsonNode> teams() {
        return list("/api/teams");
    }

    List<JsonNode> users() {
        return list("/api/users");
    }

    List<JsonNode> hosts() {
        return list("hosts");
    }

    /** Of all realms. */
    List<JsonNode> vms() {
        return ofRealms("active");
    }

    List<JsonNode> configs() {
        return ofRealms("configs");
    }

    private List<JsonNode> ofRealms(String list) {
        List<JsonNode> all = new ArrayList<>();
        answers.fieldNames().forEachRemaining(path -> {
            if (path.startsWith("/api/vms/") && path.endsWith("/" + list)) {
                all.addAll(list(path));
            }
        });
        return all;
    }

    List<JsonNode> vmsOn(JsonNode host) {
        return vms().stream().filter(vm -> isOn(vm, host)).toList();
    }

    /** A guest's port 22 is at its host's first port and the last part of its own address. */
    static boolean isOn(JsonNode vm, JsonNode host) {
        String ip = vm.path("ip").asText();
        int octet = Integer.parseInt(ip.substring(ip.lastIndexOf('.') + 1));
        return vm.path("realmID").equals(host.path("realm"))
                && vm.path("ssh").path("host").equals(host.path("sshHost"))
                && vm.path("ssh").path("port").asInt() - octet
                        == host.path("natPortBase").asInt();
    }

    double memoryOn(JsonNode host) {
        return sum(vmsOn(host), Facts::memory);
    }

    List<JsonNode> vmsOf(String team) {
        return vms().stream().filter(vm -> team(vm).equals(team)).toList();
    }

    double drivesOf(String team) {
        return sum(
                drives().stream().filter(drive -> team(drive).equals(team)).toList(),
                drive -> drive.path("capacity").asDouble());
    }

    static String team(JsonNode object) {
        return object.path("team").asText("").replace("team|", "");
    }

    static String id(JsonNode object) {
        return object.path("id").asText().replace("team|", "");
    }

    static double memory(JsonNode vm) {
        return vm.path("resources").path("memory").asDouble();
    }

    static double vcpus(JsonNode vm) {
        return vm.path("resources").path("vcpus").asDouble();
    }

    static double gpus(JsonNode vm) {
        return vm.path("resources").path("devices").path(GPU).asDouble();
    }

    static double sum(List<JsonNode> objects, ToDoubleFunction<JsonNode> value) {
        return objects.stream().mapToDouble(value).sum();
    }

    /** How many there are by what the function says of them. */
    static Map<String, Double> count(List<JsonNode> objects, Function<JsonNode, String> by) {
        return objects.stream().collect(Collectors.groupingBy(by, TreeMap::new, Collectors.summingDouble(object -> 1)));
    }

    static double number(List<JsonNode> objects, Predicate<JsonNode> which) {
        return objects.stream().filter(which).count();
    }

    /** What of its limits a team uses, by resource and type as the pages call them; the limits that are not 0. */
    Map<String, Double> shares(JsonNode team) {
        Map<String, Double> shares = new TreeMap<>();
        used(team).forEach((resource, used) -> {
            double limit = limits(team).getOrDefault(resource, 0.0);
            if (limit > 0) {
                shares.put(resource, used / limit);
            }
        });
        return shares;
    }

    /** By resource and type; with all that the team has a limit for. */
    Map<String, Double> used(JsonNode team) {
        List<JsonNode> vms = vmsOf(id(team));
        Map<String, Double> used = new TreeMap<>();
        used.put("cores ", sum(vms, Facts::vcpus));
        used.put("memory ", sum(vms, Facts::memory));
        used.put("storage drives", drivesOf(id(team)));
        used.put("devices " + GPU, sum(vms, Facts::gpus));
        return used;
    }

    static Map<String, Double> limits(JsonNode team) {
        JsonNode quotas = team.path("teamQuotas");
        Map<String, Double> limits = new TreeMap<>();
        for (String resource : List.of("cores", "memory")) {
            if (quotas.path(resource).isNumber()) {
                limits.put(resource + " ", quotas.path(resource).asDouble());
            }
        }
        for (String resource : List.of("storage", "devices")) {
            quotas.path(resource)
                    .properties()
                    .forEach(limit -> limits.put(
                            resource + " " + limit.getKey(), limit.getValue().asDouble()));
        }
        return limits;
    }
}
