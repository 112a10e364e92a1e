package io.github.ticryptexporter.month;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.ticryptexporter.endtoend.PrometheusServer;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * A query of a panel.
 *
 * @param page where it stands
 */
record Question(Page page, JsonNode panel, JsonNode target) {
    private static final int SCREEN = 1_280;
    private static final int COLUMNS = 24;
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{(\\w+)}}");

    /** Such as {@code ticrypt-hosts: VMs A}. */
    String place() {
        return panelPlace() + target.path("refId").asText();
    }

    /** The same without the last letter. */
    String panelPlace() {
        return "%s: %s ".formatted(page.uid(), title());
    }

    String title() {
        return panel.path("title").asText();
    }

    boolean isTable() {
        return panel.path("type").asText().equals("table");
    }

    /** The series, as Grafana would get them at the end of the month on a screen of some pixels. */
    JsonNode ask(PrometheusServer server, Choice choice) {
        long seconds =
                panel.has("timeFrom") ? Page.seconds(panel.path("timeFrom").asText()) : page.range();
        PrometheusServer.Range range = Page.until(Stretch.END, seconds, points());
        String sent = choice.substituted(target.path("expr").asText(), seconds, range.step());
        return target.path("instant").asBoolean() ? server.at(sent, Stretch.END) : server.over(sent, range);
    }

    private int points() {
        int pixels = panel.path("gridPos").path("w").asInt() * SCREEN / COLUMNS;
        return panel.path("maxDataPoints").asInt(pixels);
    }

    /** What a legend or a heading calls a series of the answer. */
    String legend(JsonNode metric) {
        return PLACEHOLDER
                .matcher(target.path("legendFormat").asText())
                .replaceAll(label -> metric.path(label.group(1)).asText().replace("$", "\\$"));
    }

    /** The labels that have a column or a place in the table, {@code site} among them. */
    Set<String> columns() {
        Set<String> columns = new TreeSet<>();
        for (JsonNode transformation : panel.path("transformations")) {
            transformation.path("options").path("indexByName").fieldNames().forEachRemaining(columns::add);
        }
        return columns;
    }

    /** The labels that the legend or the columns of the table name. */
    Set<String> labels() {
        Set<String> labels = new TreeSet<>();
        if (isTable()) {
            labels.addAll(columns());
            labels.removeIf(column -> column.startsWith("Value"));
        }
        PLACEHOLDER
                .matcher(target.path("legendFormat").asText())
                .results()
                .forEach(label -> labels.add(label.group(1)));
        return labels;
    }
}
