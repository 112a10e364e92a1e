package io.github.ticryptexporter.chart;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import io.kubernetes.client.openapi.models.V1ConfigMap;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1NetworkPolicy;
import io.kubernetes.client.openapi.models.V1Pod;
import io.kubernetes.client.openapi.models.V1PodDisruptionBudget;
import io.kubernetes.client.openapi.models.V1Secret;
import io.kubernetes.client.openapi.models.V1Service;
import io.kubernetes.client.openapi.models.V1ServiceAccount;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Judges objects by Kubernetes's own types: an unknown field, a wrong type and a missing field are told. */
final class KubernetesKinds {

    private interface Judge {
        void judge(JsonElement object) throws IOException;
    }

    private static final Map<String, Judge> JUDGES = Map.of(
            "v1/ConfigMap", V1ConfigMap::validateJsonElement,
            "v1/Pod", V1Pod::validateJsonElement,
            "v1/Secret", V1Secret::validateJsonElement,
            "v1/Service", V1Service::validateJsonElement,
            "v1/ServiceAccount", V1ServiceAccount::validateJsonElement,
            "apps/v1/Deployment", V1Deployment::validateJsonElement,
            "networking.k8s.io/v1/NetworkPolicy", V1NetworkPolicy::validateJsonElement,
            "policy/v1/PodDisruptionBudget", V1PodDisruptionBudget::validateJsonElement);

    private KubernetesKinds() {}

    static boolean knows(JsonNode object) {
        return JUDGES.containsKey(key(object));
    }

    /** What is wrong with an object of a kind that is known. */
    static Optional<String> fault(JsonNode object) {
        try {
            Objects.requireNonNull(JUDGES.get(key(object)), key(object))
                    .judge(JsonParser.parseString(object.toString()));
            return Optional.empty();
        } catch (IllegalArgumentException | IOException e) {
            return Optional.of(key(object) + ": " + e.getMessage());
        }
    }

    private static String key(JsonNode object) {
        return object.path("apiVersion").asText() + "/" + object.path("kind").asText();
    }
}
