package io.github.ticryptexporter.status;

import static io.github.ticryptexporter.testing.Fleets.REALM;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.ticryptexporter.fleet.Api;
import io.github.ticryptexporter.fleet.SourceId;
import io.github.ticryptexporter.fleet.TokenKind;
import io.github.ticryptexporter.metrics.PrivacyLevel;
import io.github.ticryptexporter.metrics.SmallSite;
import io.github.ticryptexporter.testing.HtmlPage;
import io.github.ticryptexporter.testing.ManualClock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StatusPageTest {

    private static final Path GOLDEN = Path.of("src/test/resources/pages/small-site.html");
    private static final SourceId VMS = new SourceId(Api.VMS, REALM);

    /** After a change of the page run this with {@code -Dpages.update=true} and read the difference. */
    @Test
    void theWholePageOfASmallSite() throws IOException {
        StatusFacts facts = new StatusFacts(
                "1.2.3",
                "/metrics",
                PrivacyLevel.STRICT,
                EnumSet.allOf(Api.class),
                EnumSet.complementOf(EnumSet.of(TokenKind.USER)),
                true,
                2);
        Moment moment = new Moment(
                ManualClock.START.plusSeconds(90),
                Map.of(SourceId.site(Api.DRIVES), Duration.ofSeconds(30), VMS, Duration.ZERO));
        String html = StatusPage.of(SmallSite.fleet(), SmallSite.shown(PrivacyLevel.STRICT), facts)
                .html(moment)
                .replace(StyleSheet.CSS, "");
        if (Boolean.getBoolean("pages.update")) {
            Files.createDirectories(GOLDEN.getParent());
            Files.writeString(GOLDEN, html);
        }
        assertEquals(Files.readString(GOLDEN), html, () -> "differs from " + GOLDEN);
    }

    @Test
    void aReaderOfScreensFindsItsWay() {
        HtmlPage page = Pages.of(SmallSite.fleet()).page();
        assertEquals(List.of("ticrypt-exporter"), page.texts("//h1"));
        assertEquals(List.of("Sources", "Hosts", "Teams", "Exporter"), page.texts("//h2"));
        assertEquals(List.of("en"), page.texts("/html/@lang"));
        assertEquals(
                3, page.texts("//body/header | //body/main | //body/footer").size());
        assertEquals(page.texts("//table").size(), page.texts("//table/caption").size());
        assertEquals(List.of(), page.texts("//th[not(@scope)]"));
        assertEquals(List.of(), page.texts("//meter[not(@aria-label)]"));
        assertEquals(page.texts("//@id").size(), new HashSet<>(page.texts("//@id")).size());
    }

    @Test
    void nothingRunsAndNothingIsLoadedOrStyledFromElsewhere() {
        HtmlPage page = Pages.of(SmallSite.fleet()).page();
        assertEquals(List.of(), page.texts("//script | //link | //img | //iframe | //form | //@style | //@src"));
        assertEquals(List.of(), page.texts("//@*[starts-with(name(), 'on')]"));
        assertEquals(List.of("/metrics", "/-/config", "/-/healthy", "/-/ready"), page.texts("//@href"));
    }

    @Test
    void beforeTheFirstPublishThereIsAPageToo() {
        StatusFacts facts = new StatusFacts(
                "1.2.3", "/metrics", PrivacyLevel.STRICT, Set.of(), EnumSet.allOf(TokenKind.class), true, 4);
        HtmlPage page = HtmlPage.parse(StatusPage.empty(facts).html(new Moment(ManualClock.START, Map.of())));
        assertEquals(List.of("Nothing has been read yet."), page.texts("//p[starts-with(@class, 'verdict')]"));
        assertEquals(List.of("none yet", "none yet", "no", "strict", "1.2.3"), page.texts("//dd"));
    }

    @Test
    void thePageOfALargeSiteIsSmall() {
        int bytes = SamplePages.large().getBytes(StandardCharsets.UTF_8).length;
        assertEquals(true, bytes < 100_000, () -> bytes + " bytes");
    }

    @Test
    void theStyleIsLetInByItsDigestAlone() throws Exception {
        String page = SamplePages.small();
        String style = page.substring(page.indexOf("<style>") + "<style>".length(), page.indexOf("</style>"));
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
        assertEquals("'sha256-" + Base64.getEncoder().encodeToString(digest) + "'", StatusPage.STYLE_SOURCE);
    }
}
