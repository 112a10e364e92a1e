package io.github.ticryptexporter.cli;

import io.github.ticryptexporter.config.InvalidConfigException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;

/**
 * The command {@code assets}: writes the files that come with the exporter. One that is there and differs was changed by
 * somebody, or is of another version: it stays, unless told otherwise.
 */
public final class AssetExport {

    private static final int DONE = 0;
    private static final int COULD_NOT = 1;

    private final PrintStream out;
    private final WholeFiles files = new WholeFiles();

    /** An export that prints to {@code out} what became of each file. */
    public AssetExport(PrintStream out) {
        this.out = out;
    }

    private enum Outcome {
        WRITTEN("written"),
        REPLACED("replaced"),
        UNCHANGED("unchanged"),
        KEPT("kept");

        private final String word;

        Outcome(String word) {
            this.word = word;
        }
    }

    /**
     * Writes what is missing and returns the exit code: 0, or 1 when a file stays that differs.
     *
     * @throws IOException when a file cannot be written; the message names it
     * @throws InvalidConfigException when the thresholds are wrong; then nothing is written
     */
    public int run(Command.Assets assets) throws IOException, InvalidConfigException {
        files.endWithProcess();
        Map<String, byte[]> tuned = assets.thresholds() == null ? Map.of() : RuleFiles.tuned(assets.thresholds());
        int kept = 0;
        for (String name : BundledFiles.names()) {
            Path file = assets.directory().resolve(name);
            byte[] content = tuned.containsKey(name) ? tuned.get(name) : BundledFiles.content(name);
            Outcome outcome = export(content, file, assets.force());
            out.printf("%-9s  %s%n", outcome.word, file);
            kept += outcome == Outcome.KEPT ? 1 : 0;
        }
        if (kept > 0) {
            out.println("What was kept differs from what comes with this version; --force replaces it.");
        }
        return kept == 0 ? DONE : COULD_NOT;
    }

    private Outcome export(byte[] content, Path file, boolean force) throws IOException {
        boolean isThere = Files.exists(file);
        if (isThere && holds(file, content)) {
            return Outcome.UNCHANGED;
        }
        if (isThere && !force) {
            return Outcome.KEPT;
        }
        createFolder(file);
        files.write(file, content);
        return isThere ? Outcome.REPLACED : Outcome.WRITTEN;
    }

    private static boolean holds(Path file, byte[] content) throws IOException {
        try {
            return Files.isRegularFile(file) && Arrays.equals(Files.readAllBytes(file), content);
        } catch (IOException e) {
            throw new IOException("cannot read " + file + ", which is there already", e);
        }
    }

    private static void createFolder(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new IOException("cannot write " + file + ": " + obstacle(file), e);
        }
    }

    /** Why the file's directory cannot be made. */
    private static String obstacle(Path file) {
        for (Path above = file.toAbsolutePath().getParent(); above != null; above = above.getParent()) {
            if (Files.exists(above) && !Files.isDirectory(above)) {
                return above + " is not a directory";
            }
        }
        return "the directory " + file.toAbsolutePath().getParent() + " cannot be created";
    }
}
