package io.github.ticryptexporter.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Which build this is. */
public final class ProductVersion {

    private static final String RESOURCE = "/build.properties";

    private ProductVersion() {}

    /** The version of this build, such as {@code 0.1.0}. */
    public static String version() {
        Properties build = new Properties();
        try (InputStream in = ProductVersion.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("the class path has no " + RESOURCE);
            }
            build.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return build.getProperty("version", "unknown");
    }

    /** Name, version and Java version. */
    static String line() {
        return "ticrypt-exporter " + version() + " (Java " + System.getProperty("java.version") + ")";
    }
}
