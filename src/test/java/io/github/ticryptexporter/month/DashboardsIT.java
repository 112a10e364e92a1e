package io.github.ticryptexporter.month;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ticryptexporter.endtoend.PrometheusServer;
import io.github.ticryptexporter.endtoend.Release;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** At the end of a busy month everything that the dashboards ask has an answer, and it is the right one. */
@Tag("e2e")
class DashboardsIT {
    private static final Logger LOG = LoggerFactory.getLogger(DashboardsIT.class);

    private static final Map<Release, PrometheusServer> SERVERS = new EnumMap<>(Release.class);

    @TempDir
    private static Path folder;

    @BeforeAll
    static void aMonth() throws Exception {
        Month.make();
    }

    @AfterAll
    static void stop() throws Exception {
        for (PrometheusServer server : SERVERS.values()) {
            server.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyQueryHasAnAnswerWhateverIsChosen(Release release) throws Exception {
        PrometheusServer server = server(release);
        Set<String> findings = new TreeSet<>();
        for (Page page : Page.all()) {
            Visit broad = new Visit(page, server).with(Choice.broad(page, server));
            Visit narrow = new Visit(page, server).with(Choice.narrow(page, server));
            for (Visit visit : List.of(broad, narrow)) {
                findings.addAll(visit.findings());
                findings.addAll(visit.empty());
            }
            LOG.info(
                    "MEASURED {} on {}: {} panels, of which {} ask; {} queries, {} times with different choices",
                    page.uid(),
                    release,
                    page.panels().size(),
                    broad.panels(),
                    page.questions().size(),
                    broad.asked() + narrow.asked());
        }

        assertEquals(Set.of(), findings);
    }

    @Test
    void aMetricOfAnotherNameIsMissed() throws Exception {
        Page page = Page.of("ticrypt-lifecycle").with("ticrypt_vms_silent", "ticrypt_vms_quiet");
        PrometheusServer server = server(Release.FORKY);

        assertEquals(
                Set.of("ticrypt-lifecycle: VMs silent A"),
                new Visit(page, server).with(Choice.broad(page, server)).empty());
    }

    @Test
    void aLabelThatTheAnswerLacksIsFound() throws Exception {
        Page page = Page.of("ticrypt-lifecycle").with("{{owner_type}}", "{{owner}}");
        PrometheusServer server = server(Release.FORKY);
        Set<String> findings =
                new Visit(page, server).with(Choice.broad(page, server)).findings();

        assertTrue(
                findings.contains("ticrypt-lifecycle: Running VMs by kind of owner A never has all labels of [owner]"),
                findings.toString());
    }

    @ParameterizedTest
    @EnumSource
    void panelsShowWhatIsTrue(Release release) throws Exception {
        PrometheusServer server = server(release);
        Facts facts = new Facts(Answers.read(Month.FOLDER));
        GoldenPanels golden =
                new GoldenPanels(facts, RawHistory.read(new Blocks(Month.FOLDER).text("scraped"), GoldenPanels.RAW));
        List<String> wrong = new ArrayList<>();
        long panels = 0;
        for (Page page : Page.all()) {
            Choice choice = Choice.broad(page, server).get(0);
            List<Golden> ofPage = golden.of(page.uid());
            panels += ofPage.stream().map(Golden::title).distinct().count();
            for (Golden one : ofPage) {
                wrong.add(one.judge(
                        server, page.uid().equals("ticrypt-team") ? choice.with("team", golden.team()) : choice));
            }
        }
        LOG.info("MEASURED golden panels on {}: {}", release, panels);

        assertEquals("", String.join("", wrong));
    }

    private static PrometheusServer server(Release release) throws Exception {
        PrometheusServer running = SERVERS.get(release);
        if (running == null) {
            Path copy = Files.createDirectory(folder.resolve(release.name()));
            running = MonthServer.ofCopy(release.prometheus(), Month.FOLDER, copy);
            SERVERS.put(release, running);
        }
        return running;
    }
}
