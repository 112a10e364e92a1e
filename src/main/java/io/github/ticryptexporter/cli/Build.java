package io.github.ticryptexporter.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * Which build this is.
 *
 * @param version such as {@code 0.1.0}
 * @param revision the commit it was built from; {@code unknown} when it was not built from a checkout
 * @param javaVersion of the Java that runs it
 */
public record Build(String version, String revision, String javaVersion) {

    private static final String RESOURCE = "/build.properties";
    private static final String UNKNOWN = "unknown";

    /** The build that is running. */
    public static Build current() {
        Properties build = new Properties();
        try (InputStream in = Build.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("the class path has no " + RESOURCE);
            }
            build.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Build(filled(build, "version"), filled(build, "revision"), System.getProperty("java.version"));
    }

    /** The value that the build filled in; without a checkout the placeholder is still there. */
    private static String filled(Properties build, String key) {
        String value = build.getProperty(key, UNKNOWN);
        return value.startsWith("${") ? UNKNOWN : value;
    }

    /** Name, version and Java version. */
    String line() {
        return "ticrypt-exporter " + version + " (Java " + javaVersion + ")";
    }
}
