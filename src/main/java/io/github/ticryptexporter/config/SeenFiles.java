package io.github.ticryptexporter.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
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
 *
 * <p>Reads regular files alone, and small ones: a pipe would be waited for, and a device has no end.
 */
final class SeenFiles {

    /** Far more than an inventory of ten thousand hosts. */
    private static final int MOST_BYTES = 8 << 20;

    private final Map<Path, String> parts = new TreeMap<>();
    private final Map<Path, String> judged = new TreeMap<>();

    /** The content of a file that is a part of the configuration. */
    byte[] read(Path file) throws IOException {
        try {
            byte[] content = content(file);
            parts.put(file, digest(content));
            return content;
        } catch (IOException e) {
            parts.put(file, trouble(e));
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
            return digest(content(file));
        } catch (IOException e) {
            return trouble(e);
        }
    }

    /** @throws IOException when it cannot be read whole; the message says so without the content */
    private static byte[] content(Path file) throws IOException {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new FileSystemException(file.toString(), null, "it is a pipe, a device or the like");
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] content = in.readNBytes(MOST_BYTES + 1);
            if (content.length > MOST_BYTES) {
                throw new FileSystemException(file.toString(), null, "it has more than " + (MOST_BYTES >> 20) + " MiB");
            }
            return content;
        }
    }

    /** Why {@link #read} failed, or what to look at, as a clause. */
    static String reason(Path file, IOException e) {
        if (Files.isDirectory(file)) {
            return "it is a directory";
        }
        return e instanceof FileSystemException trouble && trouble.getReason() != null
                ? trouble.getReason()
                : "check its permissions";
    }

    private static String trouble(IOException e) {
        return e.getClass().getName();
    }

    private static String digest(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every platform has SHA-256", e);
        }
    }
}
