package io.github.ticryptexporter.dashboards.lint;

/**
 * What is wrong with a dashboard.
 *
 * @param rule the name of the rule that says so
 * @param dashboard its title
 * @param panel its title; empty for what is no panel's
 * @param id of the panel; empty likewise
 * @param text what is wrong and what to do
 */
record Finding(String rule, String dashboard, String panel, String id, String text) {

    @Override
    public String toString() {
        String where = id.isEmpty() ? "" : ", panel " + id + " \"" + panel + "\"";
        return dashboard + where + ": " + text + " (" + rule + ")";
    }
}
