package io.github.ticryptexporter.dashboards.lint;

import static io.github.ticryptexporter.dashboards.lint.Rule.unless;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rules on what is chosen at the top of a page. */
final class VariableRules {
    private static final Set<String> ANY_VALUE = Set.of(".*", ".+");

    /** Grafana's own have two underscores. */
    private static final Pattern USE = Pattern.compile("\\$(?:\\{(?!__)(\\w+)[^}]*}|(?!__)([A-Za-z_]\\w*))");

    static final List<Rule> ALL = List.of(
            Rule.ofPage("variable-label-rule", page -> each(page, VariableRules::label)),
            Rule.ofPage("variable-sorted-rule", VariableRules::sorted),
            Rule.ofPage("variable-all-rule", page -> each(page, VariableRules::all)),
            Rule.ofPage("variable-used-rule", VariableRules::used),
            Rule.ofPage("variable-known-rule", VariableRules::known),
            Rule.ofTarget("variable-matcher-rule", VariableRules::matchers));

    private VariableRules() {}

    private interface Judge {
        Stream<String> faults(JsonNode variable);
    }

    private static Stream<String> each(DashboardJson page, Judge judge) {
        return page.variables().stream()
                .flatMap(variable -> judge.faults(variable)
                        .map(fault -> "variable " + variable.path("name").asText() + ": " + fault));
    }

    private static Stream<String> label(JsonNode variable) {
        return unless(
                variable.path("label").asText().matches("[A-Z].*"), "has no label that begins with a capital letter");
    }

    private static Stream<String> sorted(DashboardJson page) {
        return page.queried()
                .filter(variable -> variable.path("sort").asInt() == 0)
                .map(variable -> "variable " + variable.path("name").asText()
                        + ": values come in no order; set sort to 5, by letters without regard to case");
    }

    /** Of several one may be all, which then is one regular expression and no list of thousands. */
    private static Stream<String> all(JsonNode variable) {
        boolean several = variable.path("multi").asBoolean();
        return unless(
                several == variable.path("includeAll").asBoolean()
                        && several
                                == ANY_VALUE.contains(variable.path("allValue").asText()),
                "takes " + (several ? "several values" : "one value")
                        + "; let it be both multi and includeAll, with .* or .+ for allValue, or neither");
    }

    private static Stream<String> used(DashboardJson page) {
        Set<String> used = uses(page).collect(Collectors.toSet());
        return page.variableNames().stream()
                .filter(name -> !used.contains(name))
                .sorted()
                .map(name -> "variable " + name + ": nothing asks for it; take it away");
    }

    private static Stream<String> known(DashboardJson page) {
        Set<String> known = page.variableNames();
        return uses(page)
                .distinct()
                .filter(name -> !known.contains(name))
                .sorted()
                .map(name -> "$" + name + " is no variable of this page; add it, or ask without");
    }

    /** In its text, but for the {@code $1} of replacements. */
    private static Stream<String> uses(DashboardJson page) {
        return USE.matcher(page.text()).results().map(VariableRules::name);
    }

    private static String name(MatchResult use) {
        return use.group(1) == null ? use.group(2) : use.group(1);
    }

    /** Several values are one regular expression. */
    private static Stream<String> matchers(TargetJson target) {
        Set<String> several = target.panel().dashboard().variables().stream()
                .filter(variable -> variable.path("multi").asBoolean())
                .map(variable -> "$" + variable.path("name").asText())
                .collect(Collectors.toSet());
        return target.promql().stream()
                .flatMap(promql -> promql.selectors())
                .flatMap(selector -> selector.matchers().stream())
                .filter(matcher ->
                        several.contains(matcher.value()) && !matcher.operator().endsWith("~"))
                .map(matcher -> matcher.label() + " is compared with one value of " + matcher.value() + "; use =~");
    }
}
