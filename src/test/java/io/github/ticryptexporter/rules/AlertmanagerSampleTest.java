package io.github.ticryptexporter.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.github.ticryptexporter.testing.Tool;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The sample of Alertmanager's configuration: both Alertmanagers take it, and each alert comes to whom it is for. */
class AlertmanagerSampleTest {
    private static final Path SAMPLE = RuleFilesTest.ALERTS.resolve("alertmanager.yaml");
    private static final Pattern ALERT_NAME = Pattern.compile("Ticrypt[A-Za-z]+");
    private static final YAMLMapper YAML = new YAMLMapper();

    /** Labels of an alert, and who is told. */
    private static final String ROUTES = """
            alertname=TicryptExporterAbsent owner=platform severity=critical -> ticrypt-pager
            alertname=TicryptApiDown owner=platform severity=critical api=vms -> ticrypt-pager
            alertname=TicryptApiDown owner=platform severity=warning api=users -> ticrypt-tickets
            alertname=TicryptRealmSaturated owner=platform severity=critical site=a realm=b -> ticrypt-pager
            alertname=TicryptRealmSaturated owner=platform severity=warning site=a realm=b -> ticrypt-tickets
            alertname=TicryptTokenRejected owner=platform severity=warning api=vms token=vm -> ticrypt-tickets
            alertname=TicryptHostMemorySaturated owner=platform severity=info realm=b host=c -> ticrypt-digest
            alertname=TicryptTeamUnlimitedHeavyUser owner=platform severity=info team=3f1c2a6e-0000-4000-8000-00000000abcd -> ticrypt-digest
            alertname=TicryptTeamExpiredHoldingResources owner=platform severity=warning team=d -> ticrypt-tickets
            alertname=TicryptTeamQuotaAlmostFull owner=team severity=info team=d -> ticrypt-teams
            alertname=TicryptTeamQuotaExceeded owner=team severity=warning team=d -> ticrypt-teams
            alertname=TicryptTeamQuotaAlmostFull owner=team severity=info team=3f1c2a6e-0000-4000-8000-00000000abcd -> ticrypt-team-genomics
            alertname=TicryptTeamStorageForecast owner=team severity=warning team=3f1c2a6e-0000-4000-8000-00000000abcd -> ticrypt-team-genomics
            alertname=TicryptLockoutWave owner=security severity=warning cause=XSS -> ticrypt-security
            alertname=TicryptAccountRisk owner=security severity=info kind=no_team -> ticrypt-security
            alertname=TicryptWatchdog owner=platform severity=none -> ticrypt-heartbeat
            alertname=TicryptOfSomebodyElse severity=critical -> ticrypt-tickets
            """;

    private enum Release {
        DEBIAN_12,
        FORKY;

        Path amtool() {
            return switch (this) {
                case DEBIAN_12 -> Tool.require("amtool");
                case FORKY -> Tool.requireFrom("forky", "amtool");
            };
        }
    }

    @ParameterizedTest
    @EnumSource
    void alertmanagerTakesIt(Release release) {
        Tool.Verdict verdict =
                Tool.of(release.amtool(), "check-config", SAMPLE.toString()).judge("");

        assertTrue(verdict.accepted(), verdict.output());
    }

    @ParameterizedTest
    @EnumSource
    void whoActsIsTold(Release release) {
        Path amtool = release.amtool();

        assertEquals(
                ROUTES,
                ROUTES.lines()
                        .map(line -> line.split(" -> ", 2)[0])
                        .map(labels -> labels + " -> " + receiver(amtool, labels) + "\n")
                        .collect(Collectors.joining()));
    }

    private static String receiver(Path amtool, String labels) {
        Stream<String> arguments = Stream.concat(
                Stream.of("config", "routes", "test", "--config.file=" + SAMPLE), Stream.of(labels.split(" ", -1)));
        return Tool.of(amtool, arguments.toArray(String[]::new))
                .judge("")
                .output()
                .lines()
                .filter(line -> !line.startsWith("Warning: --config.file"))
                .collect(Collectors.joining(" "));
    }

    @Test
    void whatItNamesThereIs() throws Exception {
        Set<String> known = new TreeSet<>();
        for (String name : RuleFilesTest.NAMES) {
            YAML.readTree(RuleFilesTest.ALERTS.resolve(name).toFile())
                    .findValues("alert")
                    .forEach(alert -> known.add(alert.asText()));
        }
        Set<String> named = ALERT_NAME
                .matcher(Files.readString(SAMPLE))
                .results()
                .map(match -> match.group())
                .collect(Collectors.toCollection(TreeSet::new));
        named.removeAll(known);

        assertEquals(Set.of(), named);
    }

    /** Or copied into a configuration that is there it would keep quiet what is none of its business. */
    @Test
    void everyRouteAndInhibitionIsAboutOurAlerts() throws Exception {
        JsonNode sample = YAML.readTree(SAMPLE.toFile());

        for (JsonNode route : sample.path("route").path("routes")) {
            assertTrue(route.path("matchers").toString().contains("alertname =~ \\\"Ticrypt"), route::toString);
        }
        for (JsonNode rule : sample.path("inhibit_rules")) {
            for (String side : new String[] {"source_matchers", "target_matchers"}) {
                assertTrue(rule.path(side).toString().contains("\\\"Ticrypt"), rule::toString);
            }
        }
    }
}
