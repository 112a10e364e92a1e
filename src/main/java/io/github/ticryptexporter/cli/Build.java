package io.github.ticryptexporter.cli;

import io.github.ticryptexporter.config.ExporterConfig;
import io.github.ticryptexporter.fleet.Api;
import io.github.ticryptexporter.metrics.ExporterFacts;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Collectors;

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

    /**
     * What an exporter of this build and with this configuration says of itself.
     *
     * @param servedOpenly whether everybody who reaches it can read what it serves
     * @param configuredAt when the configuration was loaded
     */
    public ExporterFacts facts(ExporterConfig config, boolean servedOpenly, Instant configuredAt) {
        return new ExporterFacts(
                version,
                revision,
                javaVersion,
                perApi(config.poll()::interval),
                perApi(config.poll()::staleAfter),
                servedOpenly,
                true,
                configuredAt);
    }

    private static Map<Api, Duration> perApi(Function<Api, Duration> duration) {
        return Arrays.stream(Api.values()).collect(Collectors.toMap(Function.identity(), duration));
    }

    /** Name, version and Java version. */
    String line() {
        return "ticrypt-exporter " + version + " (Java " + javaVersion + ")";
    }
}
