package io.github.ticryptexporter.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The files that one reading of a configuration looked at, and what each held. That decides whether one changed, for a
 * mounted ConfigMap changes behind a symbolic link, and time stamps repeat. Keeps digests, not what stood there.
 */
final class SeenFiles {

    private final Map<Path, String> parts = new TreeMap<>();
    private final Map<Path, String> judged = new TreeMap<>();

    /** The content of a file that is a part of the configuration. */
    byte[] read(Path file) throws IOException {
        try {
            byte[] content = Files.readAllBytes(file);
            parts.put(file, digest(content));
            return content;
        } catch (IOException e) {
            parts.put(file, e.getClass().getName());
            throw e;
        }
    }

    /** Notes a file that must be there and is read by others, each time anew, such as a token's. */
    void judge(Path file) {
        judged.put(file, held(file));
    }

    /** What the files held that are parts of the configuration, as {@link #now} tells it. */
    Map<Path, String> parts() {
        return Map.copyOf(parts);
    }

    /** The same with the files that were only judged, any of which may be why the configuration was refused. */
    Map<Path, String> all() {
        Map<Path, String> all = new TreeMap<>(judged);
        all.putAll(parts);
        return Map.copyOf(all);
    }

    /** What these files hold now: equal texts for equal contents and for equal troubles. */
    static Map<Path, String> now(Set<Path> files) {
        Map<Path, String> now = new TreeMap<>();
        files.forEach(file -> now.put(file, held(file)));
        return Map.copyOf(now);
    }

    private static String held(Path file) {
        try {
            return digest(Files.readAllBytes(file));
        } catch (IOException e) {
            return e.getClass().getName();
        }
    }

    private static String digest(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every platform has SHA-256", e);
        }
    }
}
