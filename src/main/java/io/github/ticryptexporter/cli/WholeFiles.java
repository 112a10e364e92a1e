package io.github.ticryptexporter.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;

/**
 * Writes files whole or not at all: beside the target, forced to the disk, readable for everybody, then renamed over it.
 * Whoever reads meanwhile sees the old file or the new one, and what fails leaves nothing behind.
 */
final class WholeFiles {

    private static final String MODE = "rw-r--r--";

    private boolean ended;

    /** Makes a process that is told to end wait for the file that it is writing. */
    void endWithProcess() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::end, "files"));
    }

    /**
     * Looks whether the file can be written, before there is anything to write.
     *
     * @throws IOException when it cannot; the message says why
     */
    static void require(Path file) throws IOException {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw refusal(file, Files.isDirectory(file) ? "it is a directory" : "it is not a regular file");
        }
        Path folder = folder(file);
        if (!Files.isDirectory(folder)) {
            throw refusal(
                    file, Files.exists(folder) ? folder + " is not a directory" : "there is no directory " + folder);
        }
        if (!Files.isWritable(folder)) {
            throw refusal(file, "this user may not write into the directory " + folder);
        }
    }

    /**
     * Writes the file, which may be there already; in a directory that must be there.
     *
     * @throws IOException when it cannot; the message says why
     */
    synchronized void write(Path file, byte[] content) throws IOException {
        require(file);
        if (ended) {
            throw refusal(file, "the process is ending");
        }
        try {
            Path beside = Files.createTempFile(folder(file), "." + file.getFileName() + ".", ".tmp");
            try {
                fill(beside, content);
                Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(beside);
            }
        } catch (FileSystemException e) {
            throw refusal(
                    file, Objects.requireNonNullElse(e.getReason(), e.getClass().getSimpleName()));
        } catch (IOException e) {
            throw refusal(file, String.valueOf(e.getMessage()));
        }
    }

    private static void fill(Path file, byte[] content) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            ByteBuffer rest = ByteBuffer.wrap(content);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        }
        PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (view != null) {
            view.setPermissions(PosixFilePermissions.fromString(MODE));
        }
    }

    /** Waits for the file that is being written, and lets no other begin. */
    synchronized void end() {
        ended = true;
    }

    private static Path folder(Path file) {
        return Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file has a directory");
    }

    private static IOException refusal(Path file, String reason) {
        return new IOException("cannot write " + file + ": " + reason);
    }
}
