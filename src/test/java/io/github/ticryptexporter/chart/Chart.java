package io.github.ticryptexporter.chart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;

/** The chart of this repository, and what Helm makes of it. */
final class Chart {

    static final Path FOLDER = Path.of("helm", "ticrypt-exporter");
    static final YAMLMapper YAML = new YAMLMapper();

    /** The values that have no default. */
    static final String REQUIRED = """
            config: { ticrypt: { base-url: "https://api.example.edu" } }
            tokens: { existingSecret: ticrypt-tokens }
            networkPolicy: { egress: { api: { cidrs: [ 192.0.2.10/32 ] } } }
            """;

    static final String RELEASE = "enclave";
    static final String NAMESPACE = "monitoring";

    /** Helm's library says 1.20 of itself when it is not told. */
    private static final String KUBERNETES = "1.34.0";

    private Chart() {}

    /** The objects that come of these values and {@link #REQUIRED}, where these count more. */
    static Rendered render(String values) {
        return renderAlone(REQUIRED, values);
    }

    /** The objects that come of these values, of which a later one counts more. */
    static Rendered renderAlone(String... values) {
        return Rendered.of(withFiles(
                files -> {
                    var template = new Helm(FOLDER)
                            .template()
                            .withKubeVersion(KUBERNETES)
                            .withName(RELEASE);
                    for (Path file : files) {
                        template.withValuesFile(file);
                    }
                    return template.withNamespace(NAMESPACE).call();
                },
                values));
    }

    /** What Helm says after an install, on standard output. */
    static String notes(String values) {
        String output = withFiles(
                files -> {
                    var install = new Helm(FOLDER)
                            .install()
                            .withKubeVersion(KUBERNETES)
                            .withName(RELEASE)
                            .withNamespace(NAMESPACE)
                            .clientOnly()
                            .dryRun();
                    for (Path file : files) {
                        install.withValuesFile(file);
                    }
                    return install.call().getOutput();
                },
                REQUIRED,
                values);
        return output.substring(output.indexOf("NOTES:\n") + "NOTES:\n".length());
    }

    static LintResult lint() {
        return new Helm(FOLDER).lint().strict().call();
    }

    /** A file of the chart, as it lies in the repository. */
    static String file(String name) {
        try {
            return Files.readString(FOLDER.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode yaml(String text) {
        try {
            return YAML.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> T withFiles(Function<Path[], T> use, String... texts) {
        Path[] files = new Path[texts.length];
        try {
            for (int i = 0; i < texts.length; i++) {
                files[i] = Files.writeString(Files.createTempFile("values", ".yaml"), texts[i]);
            }
            try {
                return use.apply(files);
            } finally {
                for (Path file : files) {
                    Files.delete(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
