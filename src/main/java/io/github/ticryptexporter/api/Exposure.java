package io.github.ticryptexporter.api;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Whether every user of the machine can get at a secret's file. What its owner and its group can do is not judged: a
 * group is how a service gets to read what root owns.
 */
public final class Exposure {

    private static final int OTHERS_READ = 04;
    private static final int OTHERS_WRITE = 02;

    /** Of a directory, as {@code /tmp} has it: only the owner of a file may replace it. */
    private static final int STICKY = 01000;

    private Exposure() {}

    /** The worst of it in words with the mend; empty when there is nothing, or where the platform has other permissions. */
    public static Optional<String> of(Path file) {
        try {
            int mode = mode(file);
            int directory = mode(file.toRealPath().resolveSibling("."));
            if ((mode & OTHERS_WRITE) != 0) {
                return Optional.of("every user of this machine can change " + file + "; take that permission away");
            }
            if ((directory & OTHERS_WRITE) != 0 && (directory & STICKY) == 0) {
                return Optional.of("every user of this machine can replace " + file
                        + "; take the permission to write away from its directory");
            }
            return (mode & OTHERS_READ) != 0
                    ? Optional.of("every user of this machine can read " + file + "; take that permission away")
                    : Optional.empty();
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static int mode(Path file) throws IOException {
        return (Integer) Files.getAttribute(file, "unix:mode");
    }
}
