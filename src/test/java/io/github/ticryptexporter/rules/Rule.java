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

    /** The value of one of its labels; empty without it. */
    String label(String name) {
        return content.path("labels").path(name).asText();
    }

    String annotation(String name) {
        return content.path("annotations").path(name).asText();
    }

    /** Its {@code for}; empty without one. */
    String lasts() {
        return content.path("for").asText();
    }

    /** What tells it from others of its name. */
    String band() {
        return label(isAlert() ? "severity" : "resource");
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

    /** As it is called in what tests print. */
    @Override
    public String toString() {
        return name() + (band().isEmpty() ? "" : " (" + band() + ")");
    }

    boolean isAt(Rule other) {
        return file.equals(other.file) && number == other.number;
    }
}
