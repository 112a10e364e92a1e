package io.github.ticryptexporter.rules;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * One rule of a rule file.
 *
 * @param file the file's name
 * @param group the group's name
 * @param number which rule of the file it is, from 0
 * @param content its YAML
 */
record Rule(String file, String group, int number, ObjectNode content) {

    boolean isAlert() {
        return content.has("alert");
    }

    /** The alert or the recorded series; several rules may share it. */
    String name() {
        return content.path(isAlert() ? "alert" : "record").asText();
    }

    /** What tells it from others of its name. */
    String label() {
        return content.path("labels").path(isAlert() ? "severity" : "resource").asText();
    }

    Expression expression() {
        return new Expression(content.path("expr").asText());
    }

    /** This rule with that expression. */
    Rule with(Expression expression) {
        return new Rule(file, group, number, content.deepCopy().put("expr", expression.text()));
    }

    /** This rule without that field. */
    Rule without(String field) {
        return new Rule(file, group, number, content.deepCopy().without(field));
    }

    boolean isAt(Rule other) {
        return file.equals(other.file) && number == other.number;
    }
}
