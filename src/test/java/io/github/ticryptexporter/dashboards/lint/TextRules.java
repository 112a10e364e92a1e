package io.github.ticryptexporter.dashboards.lint;

import static io.github.ticryptexporter.dashboards.lint.Rule.unless;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Rules on words: titles, descriptions, and what stands where there is no number. */
final class TextRules {
    private static final Pattern SENTENCE_END = Pattern.compile("[.?!](?= [A-Z0-9]|$)");
    private static final Pattern SOURCE = Pattern.compile("(?:^|[.?!] )From [^.]+");
    private static final int SENTENCES = 3;

    static final List<Rule> ALL = List.of(
            Rule.ofPanel("title-rule", TextRules::title),
            Rule.ofPanel("description-rule", TextRules::description),
            Rule.ofPage("question-rule", TextRules::question),
            Rule.ofPanel("empty-words-rule", TextRules::empty),
            Rule.ofPanel("mapping-words-rule", TextRules::mappings));

    private TextRules() {}

    private static Stream<String> title(PanelJson panel) {
        return unless(
                panel.title().matches("(?:[A-Z]|vCPU).{1,60}[^.\\s]"),
                "title is no short phrase with a capital letter and without a full stop");
    }

    private static Stream<String> description(PanelJson panel) {
        String text = panel.json().path("description").asText();
        long sentences = SENTENCE_END.matcher(text).results().count();
        return Stream.concat(
                unless(
                        sentences >= SENTENCES && text.endsWith("."),
                        "description has " + sentences
                                + " sentences; say what it shows, where that comes from, what to do"),
                unless(
                        SOURCE.matcher(text).find(),
                        "description does not say where it comes from; begin a sentence with \"From\""));
    }

    private static Stream<String> question(DashboardJson page) {
        String text = page.json().path("description").asText();
        return unless(
                text.contains("? ") && text.endsWith("."),
                "description is no question with whom it is for; ask and say");
    }

    /** Grafana's own words for nothing are the same for a fault and for good news. */
    private static Stream<String> empty(PanelJson panel) {
        String words = panel.defaults().path("noValue").asText();
        return unless(
                panel.is("alertlist") || (words.matches("[a-z].+") && !words.equalsIgnoreCase("no data")),
                "has no words for nothing; say what it means (noValue)");
    }

    /** A colour is never alone. */
    private static Stream<String> mappings(PanelJson panel) {
        return panel.looks("mappings")
                .flatMap(mappings -> DashboardJson.list(mappings).stream())
                .flatMap(mapping -> results(mapping))
                .filter(result -> result.path("text").asText().isBlank())
                .map(result -> "a value has a colour and no words: " + result);
    }

    private static Stream<JsonNode> results(JsonNode mapping) {
        JsonNode options = mapping.path("options");
        return mapping.path("type").asText().equals("value")
                ? DashboardJson.list(options).stream()
                : Stream.of(options.path("result"));
    }
}
