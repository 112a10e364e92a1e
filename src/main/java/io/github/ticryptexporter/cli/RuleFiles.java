package io.github.ticryptexporter.cli;

import io.github.ticryptexporter.config.InvalidConfigException;
import io.github.ticryptexporter.config.Thresholds;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The rule files, made of the templates of {@code alerts/templates} and somebody's thresholds. */
final class RuleFiles {

    private static final List<String> NAMES =
            List.of("ticrypt-records.yaml", "ticrypt-alerts.yaml", "ticrypt-optional.yaml");

    private static final String FOLDER = "alerts/";
    private static final String THRESHOLDS = FOLDER + "thresholds.yaml";

    private RuleFiles() {}

    /**
     * The bundled files that differ with the thresholds of this file, by name, itself in the place of the bundled one.
     *
     * @throws InvalidConfigException when it names what there is not, or with values of another kind
     * @throws IOException when it cannot be read
     */
    static Map<String, byte[]> tuned(Path file) throws InvalidConfigException, IOException {
        Thresholds thresholds = Thresholds.shipped(new String(BundledFiles.content(THRESHOLDS), StandardCharsets.UTF_8))
                .with(file);
        Map<String, byte[]> tuned = new TreeMap<>();
        tuned.put(THRESHOLDS, Files.readAllBytes(file));
        for (String name : NAMES) {
            tuned.put(FOLDER + name, thresholds.fill(template(name)).getBytes(StandardCharsets.UTF_8));
        }
        return tuned;
    }

    private static String template(String name) {
        try (InputStream in = RuleFiles.class.getResourceAsStream("/rule-templates/" + name)) {
            if (in == null) {
                throw new IllegalArgumentException("no rule file is called " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the template of " + name, e);
        }
    }
}
