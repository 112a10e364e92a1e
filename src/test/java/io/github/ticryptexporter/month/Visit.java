package io.github.ticryptexporter.month;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.ticryptexporter.endtoend.PrometheusServer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Somebody opens a page, makes one choice after the other at its top, and looks at all of it each time. */
final class Visit {
    private final Page page;
    private final PrometheusServer server;

    /** By the place of the query or of the marks. */
    private final Map<String, Set<String>> seen = new LinkedHashMap<>();

    private final Set<String> findings = new TreeSet<>();
    private int asked;

    Visit(Page page, PrometheusServer server) {
        this.page = page;
        this.server = server;
    }

    /** Looks at the page with each of these choices. */
    Visit with(List<Choice> choices) {
        choices.forEach(this::look);
        return this;
    }

    private void look(Choice choice) {
        Map<String, String> names = new HashMap<>();
        for (Question question : page.questions()) {
            asked++;
            try {
                look(question, question.ask(server, choice), names);
            } catch (IllegalArgumentException e) {
                findings.add(question.place() + " is refused: " + e.getMessage());
            }
        }
        page.annotations().forEach((name, expr) -> {
            PrometheusServer.Range range = Page.until(Stretch.END, page.range(), Interval.MOST_POINTS);
            note(
                    page.uid() + ": marks " + name,
                    server.over(choice.substituted(expr, page.range(), range.step()), range));
        });
    }

    /** Series of one panel that are called the same cannot be told apart; in a table, that a label has a column. */
    private void look(Question question, JsonNode answer, Map<String, String> names) {
        note(question.place(), answer);
        Set<String> columns = question.columns();
        for (JsonNode series : answer) {
            JsonNode metric = series.path("metric");
            String name = question.title() + ": " + question.legend(metric);
            if (question.isTable()) {
                metric.fieldNames().forEachRemaining(label -> {
                    if (!columns.contains(label)) {
                        findings.add(question.place() + " has a label without a column: " + label);
                    }
                });
            } else if (names.put(name, question.place()) != null) {
                findings.add(question.place() + " has two series called " + name);
            }
        }
    }

    private void note(String place, JsonNode answer) {
        Set<String> labels = seen.computeIfAbsent(place, none -> new HashSet<>());
        answer.forEach(series -> {
            labels.add("");
            series.path("metric").fieldNames().forEachRemaining(labels::add);
        });
    }

    /** What is wrong with names, or refused. */
    Set<String> findings() {
        for (Question question : page.questions()) {
            Set<String> labels = labels(question);
            if (!labels.isEmpty() && !labels.containsAll(question.labels())) {
                findings.add(question.place() + " never has all labels of " + question.labels());
            }
        }
        return findings;
    }

    /** That some answer had; of a table, to any of its queries. */
    private Set<String> labels(Question question) {
        Set<String> labels = new HashSet<>();
        seen.forEach((place, ofPlace) -> {
            if (place.equals(question.place()) || (question.isTable() && place.startsWith(question.panelPlace()))) {
                labels.addAll(ofPlace);
            }
        });
        return labels;
    }

    /** The places where no choice had an answer. */
    Set<String> empty() {
        Set<String> empty = new TreeSet<>();
        seen.forEach((place, labels) -> {
            if (labels.isEmpty()) {
                empty.add(place);
            }
        });
        return empty;
    }

    /** How many panels have asked something. */
    long panels() {
        return page.questions().stream().map(Question::title).distinct().count();
    }

    int asked() {
        return asked;
    }
}
