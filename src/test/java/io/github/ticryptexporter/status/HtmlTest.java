package io.github.ticryptexporter.status;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.ticryptexporter.testing.HtmlPage;
import org.junit.jupiter.api.Test;

class HtmlTest {

    @Test
    void whatComesFromOutsideIsText() {
        assertEquals(
                "<p title=\"&quot;&#39;&lt;&gt;&amp;amp;\">&lt;b&gt;%s%n</p>",
                Html.of("<p title=\"%s\">%s</p>", "\"'<>&amp;", "<b>%s%n").markup());
    }

    @Test
    void whatIsHtmlStays() {
        Html bold = Html.of("<b>%s</b>", "&");
        assertEquals("<p><b>&amp;</b></p>", Html.of("<p>%s</p>", bold).markup());
    }

    @Test
    void aLongNameIsCutBetweenCharacters() {
        assertEquals(
                "<bdi>" + "x".repeat(100) + "</bdi>", Html.name("x".repeat(100)).markup());
        assertEquals(
                "<bdi>" + "\uD83E\uDDEC".repeat(100) + "…</bdi>",
                Html.name("\uD83E\uDDEC".repeat(101)).markup());
    }

    @Test
    void whatNoDocumentMayHoldIsReplaced() {
        assertEquals(
                "a\uFFFDb\uFFFD\uFFFDc\td",
                Html.of("%s", "a\u0000b\uD800\u009Bc\td").markup());
    }

    @Test
    void everyPageIsWellFormed() {
        SamplePages.all().values().forEach(HtmlPage::parse);
    }
}
