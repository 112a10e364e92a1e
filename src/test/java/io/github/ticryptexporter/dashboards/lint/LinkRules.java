package io.github.ticryptexporter.dashboards.lint;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Rules on the ways from a value to the page that explains it. */
final class LinkRules {
    private static final Pattern PAGE = Pattern.compile("/d/([\\w-]+)\\?(.*)");

    /** A variable that is handed over: by name, or under its own. */
    private static final Pattern HANDED_OVER = Pattern.compile("var-(\\w+)=|\\$\\{(\\w+):queryparam}");

    private static final Pattern LABEL = Pattern.compile("\\$\\{__(?:field\\.labels|data\\.fields)\\.(\\w+)}");

    static final List<Rule> ALL = List.of(
            Rule.ofPanel("link-page-rule", LinkRules::page),
            Rule.ofPanel("link-context-rule", LinkRules::context),
            Rule.ofPanel("link-variables-rule", LinkRules::variables),
            Rule.ofPanel("link-labels-rule", LinkRules::labels));

    private LinkRules() {}

    private static Stream<String> urls(PanelJson panel) {
        return panel.looks("links")
                .flatMap(links -> DashboardJson.list(links).stream())
                .map(link -> link.path("url").asText());
    }

    private static Stream<String> page(PanelJson panel) {
        return urls(panel)
                .filter(url -> target(url) == null)
                .map(url -> "link leads to no page of ours: " + url + "; let it begin with /d/ and the uid of one");
    }

    private static @Nullable DashboardJson target(String url) {
        return DashboardJson.SHIPPED.stream()
                .filter(page -> PAGE.matcher(url)
                        .results()
                        .anyMatch(link -> link.group(1).equals(page.uid())))
                .findFirst()
                .orElse(null);
    }

    private static Stream<String> context(PanelJson panel) {
        return urls(panel)
                .flatMap(url -> Stream.of("${datasource:queryparam}", "${site:queryparam}", "${__url_time_range}")
                        .filter(part -> !url.contains(part))
                        .map(part -> "link forgets " + part + ": " + url));
    }

    private static Stream<String> variables(PanelJson panel) {
        return urls(panel).flatMap(url -> {
            DashboardJson target = target(url);
            Set<String> taken = target == null ? Set.of() : target.variableNames();
            return HANDED_OVER
                    .matcher(url)
                    .results()
                    .map(variable -> Objects.requireNonNullElse(variable.group(1), variable.group(2)))
                    .filter(variable -> !taken.contains(variable))
                    .map(variable -> "link hands over " + variable + ", which that page does not have: " + url);
        });
    }

    private static Stream<String> labels(PanelJson panel) {
        Set<String> there = panel.targets().stream()
                .flatMap(target -> SeriesRules.labels(target).stream())
                .collect(Collectors.toCollection(TreeSet::new));
        return urls(panel)
                .flatMap(url -> LABEL.matcher(url).results().map(label -> label.group(1)))
                .filter(label -> !there.contains(label))
                .map(label -> "link takes the label " + label + ", which the queries do not bring: " + there);
    }
}
