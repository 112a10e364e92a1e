package io.github.ticryptexporter.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The files that the build put beside the classes for administrators; found by looking, for a list could be wrong. */
final class BundledFiles {

    private static final String ROOT = "assets";

    private BundledFiles() {}

    /** Their names, such as {@code alerts/hosts.yaml}, sorted. */
    static SortedSet<String> names() {
        URL root = BundledFiles.class.getResource("/" + ROOT);
        if (root == null) {
            throw new IllegalStateException("the class path has no /" + ROOT);
        }
        try {
            return root.openConnection() instanceof JarURLConnection inJar
                    ? names(inJar.getJarFile())
                    : names(Path.of(root.toURI()));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list the files that come with the exporter", e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("not a URI: " + root, e);
        }
    }

    private static SortedSet<String> names(JarFile jar) {
        return jar.stream()
                .filter(entry -> !entry.isDirectory())
                .map(JarEntry::getName)
                .filter(name -> name.startsWith(ROOT + "/"))
                .map(name -> name.substring(ROOT.length() + 1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static SortedSet<String> names(Path directory) throws IOException {
        URI base = directory.toUri();
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> base.relativize(file.toUri()).getPath())
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    /** The content of one of them. */
    static byte[] content(String name) {
        try (InputStream in = BundledFiles.class.getResourceAsStream("/" + ROOT + "/" + name)) {
            if (in == null) {
                throw new IllegalArgumentException("no file " + name + " comes with the exporter");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name + ", which comes with the exporter", e);
        }
    }
}
