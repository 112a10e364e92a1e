package io.github.ticryptexporter.cli;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class DemoTextTest {
    private static final URI SITE = URI.create("http://127.0.0.1:40001");

    @Test
    void whatIsServedWithinTlsIsScrapedWithinTls() {
        assertTrue(demo("https").contains("""
                      metrics_path: /metrics
                      scheme: https
                      # and tls_config and credentials, as --web.config.file has them
                      static_configs:
                """), demo("https"));
        assertTrue(demo("http").contains("""
                      metrics_path: /metrics
                      static_configs:
                """), demo("http"));
        assertFalse(demo("http").contains("https"));
    }

    private static String demo(String scheme) {
        return DemoText.demo(URI.create(scheme + "://127.0.0.1:10917"), "/metrics", SITE, List.of("calm", "busy"));
    }
}
