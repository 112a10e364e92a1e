package io.github.ticryptexporter.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The interfaces of the API document, and what JSON breaks them. Types are written as there: a name, {@code string[]},
 * {@code { [key: string]: number }}, {@code "a" | "b"}.
 */
final class Interfaces {
    private static final Pattern INTERFACE = Pattern.compile("interface (\\w+) \\{\n(.*?)\n\\}", Pattern.DOTALL);
    private static final Pattern FIELD = Pattern.compile("(\\w+)(\\??): (.*);");
    private static final Pattern MAP = Pattern.compile("\\{ ?\\[\\w+: string\\]: (\\w+) ?\\}");
    private static final Pattern INLINE = Pattern.compile("(\\w+): (\\w+)");

    private final Map<String, Map<String, Field>> interfaces = new LinkedHashMap<>();
    private final Set<String> violations = new TreeSet<>();
    private final Map<String, Set<String>> seen = new HashMap<>();

    Interfaces() throws IOException {
        Matcher found = INTERFACE.matcher(source());
        while (found.find()) {
            Map<String, Field> fields = new LinkedHashMap<>();
            found.group(2).lines().forEach(line -> {
                Matcher field = FIELD.matcher(line);
                if (!field.matches()) {
                    throw new IllegalStateException("cannot read: " + line);
                }
                fields.put(
                        field.group(1), new Field(field.group(3), field.group(2).equals("?")));
            });
            interfaces.put(found.group(1), fields);
        }
    }

    private static String source() throws IOException {
        try (InputStream in = Interfaces.class.getResourceAsStream("interfaces.ts")) {
            if (in == null) {
                throw new IllegalStateException("interfaces.ts is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    Set<String> names() {
        return new TreeSet<>(interfaces.keySet());
    }

    void checkAll(String type, Iterable<JsonNode> objects) {
        objects.forEach(object -> check(type, object, type));
    }

    /** What was wrong so far, each kind of violation once. */
    Set<String> violations() {
        return violations;
    }

    /** The fields of those interfaces that no object checked so far has had. */
    Map<String, Set<String>> neverSeen(String... types) {
        Map<String, Set<String>> missing = new TreeMap<>();
        for (String type : types) {
            Set<String> fields = new TreeSet<>(fieldsOf(type).keySet());
            fields.removeAll(seen.getOrDefault(type, Set.of()));
            if (!fields.isEmpty()) {
                missing.put(type, fields);
            }
        }
        return missing;
    }

    private Map<String, Field> fieldsOf(String type) {
        return interfaces.getOrDefault(type, Map.of());
    }

    void check(String type, JsonNode value, String where) {
        if (interfaces.containsKey(type)) {
            checkObject(type, value, where);
        } else if (!matches(type, value, where)) {
            violations.add(where + ": expected " + type + ", but was " + value.getNodeType());
        }
    }

    private void checkObject(String type, JsonNode value, String where) {
        if (!value.isObject()) {
            violations.add(where + ": expected an object");
            return;
        }
        value.fieldNames().forEachRemaining(name -> {
            Field field = fieldsOf(type).get(name);
            seen.computeIfAbsent(type, any -> new TreeSet<>()).add(name);
            if (field == null) {
                violations.add(where + "." + name + ": not in the document");
            } else {
                check(field.type(), value.get(name), where + "." + name);
            }
        });
        fieldsOf(type).forEach((name, field) -> {
            if (!field.optional() && !value.has(name)) {
                violations.add(where + "." + name + ": required, but absent");
            }
        });
    }

    private boolean matches(String type, JsonNode value, String where) {
        if (type.endsWith("[]")) {
            String element = type.substring(0, type.length() - 2);
            value.forEach(each -> check(element, each, where + "[]"));
            return value.isArray();
        }
        Matcher map = MAP.matcher(type);
        if (map.matches()) {
            value.forEach(each -> check(map.group(1), each, where + "{}"));
            return value.isObject();
        }
        if (type.startsWith("{")) {
            INLINE.matcher(type)
                    .results()
                    .forEach(field -> check(field.group(2), value.path(field.group(1)), where + "." + field.group(1)));
            return value.isObject();
        }
        if (type.startsWith("\"")) {
            return value.isTextual() && choices(type).contains(value.textValue());
        }
        return switch (type) {
            case "string" -> value.isTextual();
            // The document gives these two names and no interface: a PEM text, and a table of five words.
            case "PublicKey" -> value.asText().startsWith("-----BEGIN PUBLIC KEY-----");
            case "DeactivationType" ->
                List.of("Admin", "FailedPassword", "Timeout", "XSS", "Registration")
                        .contains(value.asText());
            case "number" -> value.isIntegralNumber();
            case "boolean" -> value.isBoolean();
            case "object" -> value.isObject();
            default -> throw new IllegalStateException(where + ": the document has no type " + type);
        };
    }

    private static List<String> choices(String type) {
        return Stream.of(type.split(" \\| "))
                .map(choice -> choice.replace("\"", ""))
                .toList();
    }

    private record Field(String type, boolean optional) {}
}
