package io.github.ticryptexporter.chart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

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

    /**
     * Helm's library leaves hooks out of what it renders, so this copy of the chart, one of each JVM, has ordinary objects
     * in their place.
     */
    private static final Path WITHOUT_HOOKS = withoutHooks(Path.of(
            "target", "charts-without-hooks", "" + ProcessHandle.current().pid()));

    private Chart() {}

    /**
     * The objects that come of {@link #REQUIRED} and these values, of which a later one counts more.
     *
     * @throws Refusal when there are none
     */
    static Rendered render(String... values) {
        return renderAlone(withRequired(values));
    }

    /** The same without the values that have no default. */
    static Rendered renderAlone(String... values) {
        return renderAt(WITHOUT_HOOKS, values);
    }

    /** The same of another chart, a folder or an archive. */
    static Rendered renderAt(Path chart, String... values) {
        return Rendered.of(textAt(chart, values));
    }

    /** What {@link #render} reads, as Helm writes it. */
    static String text(String... values) {
        return textAt(WITHOUT_HOOKS, withRequired(values));
    }

    private static String[] withRequired(String... values) {
        return Stream.concat(Stream.of(REQUIRED), Stream.of(values)).toArray(String[]::new);
    }

    private static String textAt(Path chart, String... values) {
        return withFiles(
                files -> {
                    var template = Helm.template(chart.toString())
                            .withKubeVersion(KUBERNETES)
                            .withName(RELEASE)
                            .withNamespace(NAMESPACE);
                    files.forEach(template::withValuesFile);
                    return template.call();
                },
                values);
    }

    /** What Helm says after an install with these values and the required ones. */
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
                    files.forEach(install::withValuesFile);
                    return install.call().getOutput();
                },
                REQUIRED,
                values);
        return output.substring(output.indexOf("NOTES:\n") + "NOTES:\n".length());
    }

    static LintResult lint() {
        return new Helm(FOLDER).lint().strict().call();
    }

    /** The archive that is published, in this folder. */
    static Path archive(Path folder) {
        new Helm(FOLDER).packageIt().withDestination(folder).call();
        return folder.resolve(
                "ticrypt-exporter-" + yaml(file("Chart.yaml")).path("version").asText() + ".tgz");
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

    /** A text as YAML in quotes. */
    static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static Path withoutHooks(Path copy) {
        try (Stream<Path> files = Files.walk(FOLDER, FileVisitOption.FOLLOW_LINKS)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = copy.resolve(FOLDER.relativize(file));
                Files.createDirectories(target.getParent());
                Files.writeString(target, Files.readString(file).replace("\"helm.sh/hook\"", "\"hook\""));
            }
            return copy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> T withFiles(Function<List<Path>, T> use, String... texts) {
        try {
            Path folder = Files.createTempDirectory("values");
            List<Path> files = Stream.iterate(0, i -> i < texts.length, i -> i + 1)
                    .map(i -> folder.resolve(i + ".yaml"))
                    .toList();
            try {
                for (int i = 0; i < texts.length; i++) {
                    Files.writeString(files.get(i), texts[i]);
                }
                return use.apply(files);
            } catch (IllegalStateException e) {
                throw new Refusal(e);
            } finally {
                for (Path file : files) {
                    Files.deleteIfExists(file);
                }
                Files.delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
