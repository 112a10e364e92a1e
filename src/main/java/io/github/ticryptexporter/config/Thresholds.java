package io.github.ticryptexporter.config;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The numbers of the alert rules, by where they stand in the thresholds file, such as {@code TicryptApiDown.for}.
 *
 * <p>They are put into a rule file wherever it has <code>${TicryptApiDown.for}</code>. Text of Prometheus's own, such as
 * {@code $labels} and {@code $1}, has no braces behind the dollar sign and stays.
 *
 * @param values as they are written, sorted by name
 */
public record Thresholds(SortedMap<String, String> values) {

    private static final Pattern PLACE = Pattern.compile("\\$\\{([\\w.]+)}");

    public Thresholds {
        values = new TreeMap<>(values);
    }

    /** What a value may be; somebody's own has to be of the kind that it replaces. */
    private enum Kind {
        DURATION("a duration such as 30s, 15m or 1d", Pattern.compile("(\\d+(ms|[smhdwy]))+")),
        NUMBER("a number", Pattern.compile("-?\\d+(\\.\\d+)?")),
        // It comes to stand inside quotes and on lines of YAML.
        TEXT("letters, digits and any of - . _ ~ : / ? = & %", Pattern.compile("[\\w.~:/?=&%-]+"));

        private final String words;
        private final Pattern form;

        Kind(String words, Pattern form) {
            this.words = words;
            this.form = form;
        }

        static Kind of(String value) {
            return NUMBER.fits(value) ? NUMBER : DURATION.fits(value) ? DURATION : TEXT;
        }

        boolean fits(String value) {
            return form.matcher(value).matches();
        }
    }

    /** The values of a file that comes with the exporter; another one is a defect of the build. */
    public static Thresholds shipped(String yaml) {
        Problems problems = new Problems();
        SortedMap<String, String> values = new TreeMap<>();
        try {
            collect(YamlReader.parse(yaml, "a value"), "", (name, value) -> values.put(name, value.text()), problems);
            problems.throwIfAny("the thresholds that come with the exporter");
        } catch (YamlException | InvalidConfigException e) {
            throw new IllegalStateException(e);
        }
        return new Thresholds(values);
    }

    /**
     * These with the values of a file of the same shape in their place; what the file leaves out stays.
     *
     * @throws InvalidConfigException with every name that there is not and every value that is of another kind
     */
    public Thresholds with(Path file) throws InvalidConfigException {
        Problems problems = new Problems();
        SortedMap<String, String> changed = new TreeMap<>(values);
        try {
            YamlNode root = YamlReader.read(file, new SeenFiles(), "{}");
            collect(root, "", (name, value) -> replace(changed, name, value, problems), problems);
        } catch (YamlException e) {
            problems.problem(file.toString(), String.valueOf(e.getMessage()));
        }
        problems.throwIfAny("thresholds " + file);
        return new Thresholds(changed);
    }

    private interface Found {
        void value(String name, YamlNode.Scalar value);
    }

    private static void collect(YamlNode node, String name, Found found, Problems problems) {
        if (node instanceof YamlNode.Mapping mapping) {
            mapping.repeated()
                    .forEach(key -> problems.problem(
                            below(name, key.key()), "stands twice (line " + key.line() + "); keep one of them"));
            mapping.entries().forEach((key, entry) -> collect(entry.value(), below(name, key), found, problems));
        } else if (node instanceof YamlNode.Scalar scalar) {
            found.value(name, scalar);
        } else if (!(node instanceof YamlNode.Nothing)) {
            problems.problem(name, "expected a value, but was " + node.shape() + " (line " + node.line() + ")");
        }
    }

    private static String below(String name, String key) {
        return name.isEmpty() ? key : name + "." + key;
    }

    private void replace(Map<String, String> changed, String name, YamlNode.Scalar value, Problems problems) {
        String line = " (line " + value.line() + ")";
        Optional<Kind> kind = Optional.ofNullable(values.get(name)).map(Kind::of);
        if (kind.isEmpty()) {
            String nearest = Spelling.nearest(name, values.keySet()).orElse("");
            problems.problem(name, "unknown name" + line + "; the nearest known one is " + nearest);
        } else if (!kind.get().fits(value.text())) {
            problems.problem(name, "expected " + kind.get().words + ", but was \"" + value.text() + "\"" + line);
        } else {
            changed.put(name, value.text());
        }
    }

    /**
     * The text with every value in its place.
     *
     * @throws IllegalArgumentException when it asks for one that there is not
     */
    public String fill(String template) {
        return PLACE.matcher(template).replaceAll(place -> Matcher.quoteReplacement(value(place.group(1))));
    }

    private String value(String name) {
        return Optional.ofNullable(values.get(name))
                .orElseThrow(() -> new IllegalArgumentException("no threshold is called " + name));
    }
}
