package io.github.ticryptexporter.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HttpSettingsTest {
    @ParameterizedTest
    @ValueSource(strings = {"/metrics", "/site/ticrypt/metrics", "/a-b_c.d~0"})
    void aPlainPathIsATelemetryPath(String path) {
        assertEquals(path, settings(path).telemetryPath());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "/", "metrics", "//metrics", "/metrics/", "/{any}", "/<any>", "/*", "/a%2fb", "/a?b", "/a b"
            })
    void whatIsNoPlainPathIsRefused(String path) {
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> settings(path));

        assertEquals(
                "telemetryPath must start with / and name a path, as /metrics does, but was \"" + path + "\"",
                refused.getMessage());
    }

    @Test
    void theServicePathsAreNotForTelemetry() {
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> settings("/-/healthy"));

        assertEquals(
                "telemetryPath must not be under /-/, where the service paths are, but was \"/-/healthy\"",
                refused.getMessage());
    }

    @Test
    void somewhereMustBeListened() {
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> new HttpSettings(List.of(), "/metrics", false));

        assertEquals("no listen address", refused.getMessage());
    }

    private static HttpSettings settings(String telemetryPath) {
        return new HttpSettings(List.of(FakeExporter.loopback()), telemetryPath, false);
    }
}
