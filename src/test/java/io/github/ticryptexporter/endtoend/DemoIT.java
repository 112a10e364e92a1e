package io.github.ticryptexporter.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ticryptexporter.oracle.Exposition;
import io.github.ticryptexporter.testing.HtmlPage;
import io.github.ticryptexporter.testing.Tool;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a newcomer gets from the one command that needs nothing. */
class DemoIT {
    private static final Logger LOG = LoggerFactory.getLogger(DemoIT.class);

    private static RunningProcess demo;
    private static Web exporter;
    private static Web site;

    @BeforeAll
    static void start() throws Exception {
        long begin = System.nanoTime();
        demo = Jar.demo("--exposition.self-check");
        exporter = Web.ofDemo(demo);
        exporter.metrics();
        long answered = System.nanoTime();
        exporter.awaitReady();
        LOG.info(
                "MEASURED demo: first /metrics after {} ms, every source read after {} ms",
                Duration.ofNanos(answered - begin).toMillis(),
                Duration.ofNanos(System.nanoTime() - begin).toMillis());
        site = Web.ofSite(demo);
    }

    @AfterEach
    void calm() {
        site.scenario("calm");
    }

    @AfterAll
    static void stop() throws Exception {
        demo.close();
    }

    @Test
    void everySubjectIsThere() {
        Set<String> families = Exposition.parseText(exporter.metrics()).types().keySet();

        assertTrue(
                families.containsAll(List.of(
                        "ticrypt_up",
                        "ticrypt_host_vms",
                        "ticrypt_realm_vcpus_allocated",
                        "ticrypt_vms",
                        "ticrypt_vm_configs",
                        "ticrypt_drives",
                        "ticrypt_team_cores_used",
                        "jvm_info",
                        "process_start_time_seconds",
                        "http_server_requests_seconds")),
                families::toString);
    }

    @Test
    void itReadsItsWebConfigurationAgain(@TempDir Path folder) throws Exception {
        Path web = Files.writeString(folder.resolve("web.yml"), headers("deny"));
        try (RunningProcess another = Jar.demo("--web.enable-lifecycle", "--web.config.file=" + web)) {
            Web server = Web.ofDemo(another);
            assertEquals("deny", header(server));

            Files.writeString(web, headers("sameorigin"));
            assertEquals(200, server.post("/-/reload").statusCode(), another::err);
            assertEquals("sameorigin", header(server));
        }
    }

    private static String headers(String frames) {
        return "http_server_config: { headers: { X-Frame-Options: %s } }\n".formatted(frames);
    }

    private static String header(Web server) {
        return server.get("/-/healthy", Web.TEXT)
                .headers()
                .firstValue("X-Frame-Options")
                .orElse("");
    }

    @Test
    void everyPublishWasReadBackAndFoundWhole() {
        exporter.awaitLine("ticrypt_exporter_publish_failures_total 0");
    }

    @Test
    void theStatusPageIsForAPerson() {
        HtmlPage page = HtmlPage.parse(exporter.get("/", "text/html").body());
        assertEquals(List.of("ticrypt-exporter"), page.texts("//h1"));
        for (String section : List.of("Sources", "Hosts", "Teams")) {
            assertFalse(page.rows(section).isEmpty(), section);
        }
    }

    @Test
    void aRevokedTokenTakesItsRoutesDownAndNoOther() {
        assertEquals("token-revoked\n", site.scenario("token-revoked").body());

        exporter.awaitLine("ticrypt_up\\{api=\"vms\",realm=\"libvirt\"} 0");
        exporter.awaitLine(
                "ticrypt_poll_failures_total\\{api=\"vms\",realm=\"libvirt\",reason=\"unauthorized\"} [1-9].*");
        for (String api : List.of("drives", "teams", "projects", "users")) {
            exporter.awaitLine("ticrypt_up\\{api=\"" + api + "\",realm=\"\"} 1");
        }
        site.scenario("calm");
        exporter.awaitLine("ticrypt_up\\{api=\"vms\",realm=\"libvirt\"} 1");
    }

    @Test
    void theScenarioCommandThatIsPrintedNamesTheSite() {
        String command = demo.awaitOut("(curl -X PUT -d drift \\S+)\n");

        assertEquals("curl -X PUT -d drift " + site.base() + "/__simulator/scenario", command);
        assertEquals("drift\n", site.scenario("drift").body());
        assertEquals("drift\n", site.body("/__simulator/scenario"));
    }

    @Test
    void aScenarioThatThereIsNotIsRefusedWithThoseThatThereAre() {
        assertEquals(
                "expected one of calm, busy, drift, host-down, api-flaky, token-revoked\n",
                site.scenario("rain").body());
    }

    @Test
    void theScrapeConfigurationThatIsPrintedWorks(@TempDir Path folder) throws Exception {
        String yaml = demo.awaitOut("(?s)( {2}scrape_configs:.*?)\n\n").indent(-2);
        Path file = Files.writeString(folder.resolve("prometheus.yml"), yaml);

        assertEquals("""
                scrape_configs:
                  - job_name: ticrypt-exporter
                    metrics_path: /metrics
                    static_configs:
                      - targets: ["%s"]
                """.formatted(exporter.base().getAuthority()), yaml);
        Tool.Verdict verdict = Tool.of(Tool.require("promtool"), "check", "config", file.toString())
                .judge("");
        assertTrue(verdict.accepted(), verdict.output());
    }
}
