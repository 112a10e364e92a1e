package io.github.ticryptexporter.chart;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The profile "restricted" of Kubernetes's Pod Security Standards, control by control, as its documentation lists them. */
final class PodSecurity {

    private static final Set<String> VOLUMES = Set.of(
            "configMap", "csi", "downwardAPI", "emptyDir", "ephemeral", "persistentVolumeClaim", "projected", "secret");
    private static final Set<String> SELINUX_TYPES =
            Set.of("", "container_t", "container_init_t", "container_kvm_t", "container_engine_t");
    private static final Set<String> SYSCTLS = Set.of(
            "kernel.shm_rmid_forced",
            "net.ipv4.ip_local_port_range",
            "net.ipv4.ip_unprivileged_port_start",
            "net.ipv4.tcp_syncookies",
            "net.ipv4.ping_group_range",
            "net.ipv4.ip_local_reserved_ports",
            "net.ipv4.tcp_keepalive_time",
            "net.ipv4.tcp_fin_timeout",
            "net.ipv4.tcp_keepalive_intvl",
            "net.ipv4.tcp_keepalive_probes");
    private static final Set<String> SECCOMP = Set.of("RuntimeDefault", "Localhost");

    private final JsonNode pod;
    private final List<String> violations = new ArrayList<>();

    private PodSecurity(JsonNode pod) {
        this.pod = pod;
    }

    /** The controls that a pod with this spec breaks, in words; empty where it would be let in. */
    static List<String> violations(JsonNode podSpec) {
        PodSecurity security = new PodSecurity(podSpec);
        security.judgePod();
        Stream.of("containers", "initContainers", "ephemeralContainers")
                .flatMap(kind -> elements(podSpec.path(kind)))
                .forEach(security::judgeContainer);
        return security.violations;
    }

    private void judgePod() {
        for (String share : List.of("hostNetwork", "hostPID", "hostIPC")) {
            refuse(pod.path(share).asBoolean(), share);
        }
        elements(pod.path("volumes"))
                .forEach(volume -> volume.fieldNames()
                        .forEachRemaining(type ->
                                refuse(!type.equals("name") && !VOLUMES.contains(type), "a volume of type " + type)));
        elements(pod.at("/securityContext/sysctls"))
                .map(sysctl -> sysctl.path("name").asText())
                .forEach(sysctl -> refuse(!SYSCTLS.contains(sysctl), "sysctl " + sysctl));
        judgeContext(pod.path("securityContext"), "the pod");
    }

    private void judgeContainer(JsonNode container) {
        String name = container.path("name").asText();
        JsonNode context = container.path("securityContext");
        judgeContext(context, name);
        refuse(context.path("privileged").asBoolean(), name + " is privileged");
        refuse(context.path("allowPrivilegeEscalation").asBoolean(true), name + " may gain privileges");
        refuse(!drops(context), name + " keeps capabilities");
        elements(context.at("/capabilities/add"))
                .filter(capability -> !capability.asText().equals("NET_BIND_SERVICE"))
                .forEach(capability -> refuse(true, name + " adds " + capability));
        refuse(!setting(context, "runAsNonRoot").asBoolean(), name + " may run as root");
        refuse(
                !SECCOMP.contains(
                        setting(context, "seccompProfile").path("type").asText()),
                name + " has no seccomp profile");
        refuse(!context.path("procMount").asText("Default").equals("Default"), name + " mounts proc otherwise");
        elements(container.path("ports"))
                .forEach(port -> refuse(port.path("hostPort").asInt() != 0, name + " takes a port of the host"));
        for (String hook : List.of("livenessProbe", "readinessProbe", "startupProbe")) {
            refuse(container.path(hook).at("/httpGet").has("host"), name + " probes another host");
        }
    }

    /** What is wrong with it wherever it stands. */
    private void judgeContext(JsonNode context, String whose) {
        refuse(context.has("runAsUser") && context.path("runAsUser").asInt() == 0, whose + " runs as root");
        refuse(context.at("/windowsOptions/hostProcess").asBoolean(), whose + " is a process of the host");
        JsonNode linux = context.path("seLinuxOptions");
        refuse(!SELINUX_TYPES.contains(linux.path("type").asText()), whose + " has another SELinux type");
        refuse(linux.has("user") || linux.has("role"), whose + " has another SELinux user or role");
        refuse(
                context.at("/appArmorProfile/type").asText().equals("Unconfined"),
                whose + " is not confined by AppArmor");
        refuse(context.at("/seccompProfile/type").asText().equals("Unconfined"), whose + " is not confined by seccomp");
    }

    private static boolean drops(JsonNode context) {
        return elements(context.at("/capabilities/drop"))
                .anyMatch(capability -> capability.asText().equals("ALL"));
    }

    /** Of the container, or else of its pod. */
    private JsonNode setting(JsonNode context, String key) {
        return context.has(key)
                ? context.path(key)
                : pod.path("securityContext").path(key);
    }

    private void refuse(boolean isBroken, String violation) {
        if (isBroken) {
            violations.add(violation);
        }
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
