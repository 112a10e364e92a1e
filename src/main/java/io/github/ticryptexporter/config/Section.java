package io.github.ticryptexporter.config;

import io.github.ticryptexporter.config.Overrides.Given;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The keys below one key of the file.
 *
 * <p>Asking for a key makes it known: {@link #finish} reports every key that nobody asked for, so that the list of
 * known keys is the code that reads them and there is no second one. A key without a value is as good as absent.
 */
final class Section {

    private final String path;
    private final YamlNode.Mapping mapping;
    private final Context context;
    private final boolean secret;

    /** Whether something other than keys and values stands here, which was reported. */
    private final boolean broken;

    private final Set<String> asked = new LinkedHashSet<>();
    private final Map<String, Section> children = new LinkedHashMap<>();

    private Section(String path, YamlNode node, Context context, boolean secret) {
        this.path = path;
        this.mapping = node instanceof YamlNode.Mapping found ? found : YamlNode.Mapping.EMPTY;
        this.context = context;
        this.secret = secret;
        this.broken = !(node instanceof YamlNode.Mapping);
    }

    /** @param path what messages put before the keys; empty for the top of the configuration file */
    static Section root(String path, YamlNode.Mapping mapping, Context context) {
        return new Section(path, mapping, context, false);
    }

    Context context() {
        return context;
    }

    /** Reports what was found here and how to mend it; silent when something worse was reported already. */
    void problem(String finding, String mend) {
        if (!broken) {
            context.problems().problem(path, finding + context.at(mapping.line()) + "; " + mend);
        }
    }

    void warning(String words) {
        context.problems().warning(path, words);
    }

    /** Reports that a key has no value, and shows how to write it. */
    void missing(String key, String expected, String example) {
        if (!broken) {
            String mend = "; write for example \"" + example + "\"";
            context.problems()
                    .problem(
                            pathOf(key),
                            "expected " + expected + ", but was nothing" + context.at(mapping.line()) + mend);
        }
    }

    /** A name that must be there. */
    Optional<String> required(String key, String expected, String example) {
        if (!has(key)) {
            missing(key, expected, example);
        }
        return setting(key).flatMap(Setting::name);
    }

    /** Whether the key has a value. */
    boolean has(String key) {
        return find(key).isPresent();
    }

    /** The keys below a key; none when it is absent. */
    Section section(String key) {
        return child(key, secret);
    }

    /** Like {@link #section}, but nothing that stands there is ever quoted. */
    Section secretSection(String key) {
        return child(key, true);
    }

    private Section child(String key, boolean childIsSecret) {
        Section known = children.get(key);
        if (known != null) {
            return known;
        }
        YamlNode node = find(key).orElse(YamlNode.Mapping.EMPTY);
        return keep(key, below(pathOf(key), node, childIsSecret));
    }

    /** The sections that a list below a key consists of; none when it is absent. */
    List<Section> sections(String key) {
        List<Section> sections = new ArrayList<>();
        for (YamlNode item : items(key)) {
            String itemPath = pathOf(key) + "[" + sections.size() + "]";
            sections.add(keep(itemPath, below(itemPath, item, secret)));
        }
        return sections;
    }

    private List<YamlNode> items(String key) {
        Optional<YamlNode> node = find(key);
        if (node.isEmpty() || node.get() instanceof YamlNode.Items) {
            return node.map(list -> ((YamlNode.Items) list).nodes()).orElse(List.of());
        }
        wrongShape(pathOf(key), "a list", node.get());
        return List.of();
    }

    private Section below(String nodePath, YamlNode node, boolean nodeIsSecret) {
        if (!(node instanceof YamlNode.Mapping)) {
            wrongShape(nodePath, "keys and values", node);
        }
        return new Section(nodePath, node, context, nodeIsSecret);
    }

    /** Every value below a key whose keys are not ours to know, such as team ids. */
    Map<String, Setting> named(String key) {
        Section child = section(key);
        Map<String, Setting> settings = new LinkedHashMap<>();
        for (String name : child.mapping.entries().keySet()) {
            child.setting(name).ifPresent(value -> settings.put(name, value));
        }
        return settings;
    }

    /** A single value: from outside the file when given there, else from the file. */
    Optional<Setting> setting(String key) {
        Optional<Given> given = given(key);
        return given.isPresent()
                ? given.map(outside -> outside(outside, outside.values().get(0)))
                : find(key).flatMap(node -> scalar(pathOf(key), node));
    }

    /** A single value of the file that may be a secret, so that no message quotes it; one that is blank is none. */
    Optional<Setting> secret(String key) {
        return find(key)
                .flatMap(node -> secretScalar(pathOf(key), node))
                .filter(setting -> !setting.text().isBlank());
    }

    /** The same for a list; a single value is a list of one. */
    List<Setting> secretList(String key) {
        Optional<YamlNode> node = find(key);
        if (!(node.orElse(null) instanceof YamlNode.Items items)) {
            return node.flatMap(only -> secretScalar(pathOf(key), only)).stream()
                    .toList();
        }
        List<Setting> settings = new ArrayList<>();
        int index = 0;
        for (YamlNode item : items.nodes()) {
            secretScalar(pathOf(key) + "[" + index++ + "]", item).ifPresent(settings::add);
        }
        return settings;
    }

    /** Every value below a key, where neither name nor value is for messages: they tell the line. */
    Map<String, Setting> secretsByName(String key) {
        Section child = secretSection(key);
        Map<String, Setting> settings = new LinkedHashMap<>();
        child.mapping.entries().forEach((name, entry) -> {
            child.asked.add(name);
            secretScalar(child.path, entry.value()).ifPresent(setting -> settings.put(name, setting));
        });
        return settings;
    }

    private Optional<Setting> secretScalar(String nodePath, YamlNode node) {
        if (node instanceof YamlNode.Scalar scalar) {
            return Optional.of(new Setting(nodePath, scalar.text(), new Place(scalar.line(), true, context)));
        }
        wrongShape(nodePath, "a single value", node);
        return Optional.empty();
    }

    /** A list of values, from outside the file or from it; a single value is a list of one. */
    List<Setting> settings(String key) {
        Optional<Given> given = given(key);
        if (given.isPresent()) {
            return given.get().values().stream()
                    .map(value -> outside(given.get(), value))
                    .toList();
        }
        return find(key).map(node -> scalars(pathOf(key), node)).orElse(List.of());
    }

    private Optional<Given> given(String key) {
        asked.add(key);
        return context.overrides().find(pathOf(key));
    }

    private Setting outside(Given given, String value) {
        return new Setting(given.origin(), value, new Place(0, secret, context.ofProcess()));
    }

    private List<Setting> scalars(String nodePath, YamlNode node) {
        if (!(node instanceof YamlNode.Items items)) {
            return scalar(nodePath, node).stream().toList();
        }
        List<Setting> settings = new ArrayList<>();
        int index = 0;
        for (YamlNode item : items.nodes()) {
            scalar(nodePath + "[" + index++ + "]", item).ifPresent(settings::add);
        }
        return settings;
    }

    private Optional<Setting> scalar(String nodePath, YamlNode node) {
        if (node instanceof YamlNode.Scalar scalar) {
            return Optional.of(new Setting(nodePath, scalar.text(), new Place(scalar.line(), secret, context)));
        }
        wrongShape(nodePath, "a single value", node);
        return Optional.empty();
    }

    private void wrongShape(String nodePath, String expected, YamlNode node) {
        context.problems()
                .problem(
                        nodePath,
                        "expected " + expected + ", but was " + node.shape() + context.at(node.line()) + "; write "
                                + expected + " there");
    }

    private Optional<YamlNode> find(String key) {
        asked.add(key);
        return value(key).filter(node -> !(node instanceof YamlNode.Nothing));
    }

    private Optional<YamlNode> value(String key) {
        YamlNode.@Nullable Entry entry = mapping.entries().get(key);
        return Optional.ofNullable(entry).map(YamlNode.Entry::value);
    }

    private Section keep(String key, Section child) {
        children.put(key, child);
        return child;
    }

    private String pathOf(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    /** Reports the keys that nobody asked for and those written twice, here and below; to be called once, last. */
    void finish() {
        mapping.entries().forEach((key, entry) -> {
            if (!asked.contains(key)) {
                unknown(key, entry.line());
            }
        });
        for (YamlNode.Repeated again : mapping.repeated()) {
            context.problems()
                    .problem(shown(again.key()), "written twice" + context.at(again.line()) + "; keep one of them");
        }
        children.values().forEach(Section::finish);
    }

    private void unknown(String key, int line) {
        String nearest = Spelling.nearest(key, asked)
                .map(known -> "; the nearest known one is " + pathOf(known))
                .orElse("");
        String words = shown(key).equals(path) ? "an unknown key stands below it" : "unknown key";
        context.problems().problem(shown(key), words + context.at(line) + nearest);
    }

    /** The key's path; below a secret only that of its parent, for the key could be a misplaced token. */
    private String shown(String key) {
        return secret && !asked.contains(key) && !Spelling.isSlipOf(key, asked) ? path : pathOf(key);
    }

    /** Every known key without a value, here and below; after binding, what this file leaves to defaults. */
    List<String> absent() {
        List<String> absent = new ArrayList<>();
        asked.stream().filter(key -> !has(key)).map(this::pathOf).forEach(absent::add);
        children.values().forEach(child -> absent.addAll(child.absent()));
        return absent;
    }
}
