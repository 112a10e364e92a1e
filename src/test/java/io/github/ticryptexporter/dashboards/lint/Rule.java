package io.github.ticryptexporter.dashboards.lint;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Something that holds for every dashboard.
 *
 * @param name as exclusions call it
 */
record Rule(String name, Function<DashboardJson, Stream<Finding>> findings) {

    static final List<Rule> ALL = Stream.of(
                    LinterRules.ALL,
                    PageRules.ALL,
                    VariableRules.ALL,
                    LinkRules.ALL,
                    TextRules.ALL,
                    LookRules.ALL,
                    BandRules.ALL,
                    TableRules.ALL,
                    QueryRules.ALL,
                    SeriesRules.ALL)
            .flatMap(List::stream)
            .toList();

    /** A rule on the page, by what it finds wrong. */
    static Rule ofPage(String name, Function<DashboardJson, Stream<String>> faults) {
        return new Rule(name, page -> faults.apply(page).map(fault -> new Finding(name, page.title(), "", "", fault)));
    }

    /** A rule on each panel. */
    static Rule ofPanel(String name, Function<PanelJson, Stream<String>> faults) {
        return new Rule(
                name,
                page -> page.panels().stream()
                        .flatMap(panel -> faults.apply(panel)
                                .map(fault -> new Finding(
                                        name,
                                        page.title(),
                                        panel.title(),
                                        panel.json().path("id").asText(),
                                        fault))));
    }

    /** A rule on each query of each panel. */
    static Rule ofTarget(String name, Function<TargetJson, Stream<String>> faults) {
        return ofPanel(
                name,
                panel -> panel.targets().stream()
                        .flatMap(
                                target -> faults.apply(target).map(fault -> "query " + target.refId() + ": " + fault)));
    }

    /** The fault, unless it holds. */
    static Stream<String> unless(boolean holds, String fault) {
        return holds ? Stream.empty() : Stream.of(fault);
    }

    List<Finding> judge(DashboardJson dashboard) {
        return findings.apply(dashboard).toList();
    }

    @Override
    public String toString() {
        return name;
    }
}
