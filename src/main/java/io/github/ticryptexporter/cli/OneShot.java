package io.github.ticryptexporter.cli;

import io.github.ticryptexporter.config.ConfigLoader;
import io.github.ticryptexporter.config.InvalidConfigException;
import io.github.ticryptexporter.config.LoadedConfig;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The command {@code once}: the metrics of one poll, without those of a process that ends at once, whose names
 * node_exporter has too.
 */
public final class OneShot {

    private static final Logger LOG = LoggerFactory.getLogger(OneShot.class);
    private static final int DONE = 0;
    private static final int COULD_NOT = 1;

    private final ConfigLoader loader;
    private final Build build;
    private final InstantSource clock;
    private final PrintStream out;
    private final WholeFiles files = new WholeFiles();

    /** A poll of what {@code loader} reads, printed to {@code out} unless it goes to a file. */
    public OneShot(ConfigLoader loader, Build build, InstantSource clock, PrintStream out) {
        this.loader = loader;
        this.build = build;
        this.clock = clock;
        this.out = out;
    }

    /**
     * Reads everything and writes what could be read. Returns the exit code: 0, or 1 when a route failed.
     *
     * @throws InvalidConfigException with every problem when the configuration cannot be used
     * @throws IOException when the exposition cannot be written; the message says why
     */
    public int run(Command.Once once) throws InvalidConfigException, IOException, InterruptedException {
        LoadedConfig loaded = loader.load(once.configFile(), once.overrides());
        loaded.warnings().forEach(LOG::warn);
        Path output = once.output();
        if (output != null) {
            files.endWithProcess();
            WholeFiles.require(output);
        }
        OnePoll poll = OnePoll.of(loaded.config(), build, clock);
        if (poll.shown().reduction().isNeeded()) {
            LOG.warn("{}", poll.shown().reduction().text());
        }
        write(poll.text(List.of()), output);
        return poll.failed().isEmpty() ? DONE : COULD_NOT;
    }

    private void write(byte[] text, @Nullable Path output) throws IOException {
        if (output != null) {
            files.write(output, text);
            return;
        }
        out.write(text);
        if (out.checkError()) {
            throw new IOException("cannot write to standard output");
        }
    }
}
