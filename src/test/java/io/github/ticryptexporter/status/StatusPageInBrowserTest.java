package io.github.ticryptexporter.status;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ticryptexporter.status.Browser.Verdict;
import io.github.ticryptexporter.status.Browser.View;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each page by light on a desk and by dark on a phone, in one start of a browser. */
class StatusPageInBrowserTest {

    private static final String LIGHT = "rgb(28, 31, 35) on rgb(255, 255, 255)";
    private static final String DARK = "rgb(231, 234, 238) on rgb(20, 23, 27)";

    /** Without language, with a picture that nobody can hear, and with a style that is not the page's, so that it is none. */
    private static final String SPOILT = SamplePages.small()
            .replace("<html lang=\"en\">", "<html>")
            .replace("<h1>", "<img src=\"a.png\"/><h1>second</h1><h1>")
            .replace(":root {", ":root  {");

    @TempDir
    Path folder;

    @Test
    void everyPageIsReadableByLightAndDarkOnADeskOnAPhoneAndByEar() throws IOException {
        List<View> views = new ArrayList<>();
        SamplePages.all().forEach((name, html) -> {
            views.add(new View(name + " on a desk", "light", 1280, html));
            views.add(new View(name + " on a phone", "dark", 360, html));
        });
        views.add(new View("spoilt", "light", 360, SPOILT));

        List<Verdict> verdicts = new Browser(folder).judge(views);

        assertEquals(
                views.stream().map(View::name).toList(),
                verdicts.stream().map(Verdict::name).toList());
        int last = verdicts.size() - 1;
        assertAll(verdicts.subList(0, last).stream().map(verdict -> () -> assertFine(verdict)));
        assertSpoilt(verdicts.get(last));
    }

    private static void assertFine(Verdict verdict) {
        String colours = verdict.name().endsWith("desk") ? LIGHT : DARK;
        assertEquals(new Verdict(verdict.name(), verdict.rulesPassed(), List.of(), colours, 0, 1), verdict);
        assertTrue(verdict.rulesPassed() > 30, verdict::toString);
    }

    /** What would not see this would see nothing. */
    private static void assertSpoilt(Verdict verdict) {
        assertEquals(List.of("html-has-lang at html", "image-alt at img"), verdict.violations());
        assertNotEquals(LIGHT, verdict.colours());
        assertTrue(verdict.pixelsTooWide() > 0, verdict::toString);
        assertEquals(2, verdict.headings());
    }
}
