package io.github.ticryptexporter.dashboards;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.List;

/** All dashboards, and how they are written: keys sorted, one a line, so that a diff says what changed. */
final class Dashboards {
    static final List<Dashboard> ALL = List.of(
            Overview.dashboard(),
            Hosts.dashboard(),
            Teams.dashboard(),
            Team.dashboard(),
            Lifecycle.dashboard(),
            Exporter.dashboard());

    private static final ObjectMapper JSON =
            new ObjectMapper().configure(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS, true);

    private Dashboards() {}

    static String write(Dashboard dashboard) throws JsonProcessingException {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
        printer.indentObjectsWith(indenter);
        printer.indentArraysWith(indenter);
        return JSON.writer(printer).writeValueAsString(dashboard.json()) + "\n";
    }
}
