package io.github.ticryptexporter.month;

import io.github.ticryptexporter.testing.Tool;
import java.nio.file.Path;
import java.time.Duration;

/** A folder with samples as text, and with the blocks that {@code promtool} has made of them. */
record Blocks(Path folder) {
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    /** Where the samples of that name are as text. */
    Path text(String name) {
        return folder.resolve(name + ".om");
    }

    Path data() {
        return folder.resolve("data");
    }

    /** Adds the samples of that name; a server sees them once it is started. */
    void add(String name) {
        Tool.Verdict verdict = Tool.of(
                        Tool.require("promtool"),
                        "tsdb",
                        "create-blocks-from",
                        "openmetrics",
                        // As long as may be: each costs another pass over the text.
                        "--max-block-duration=1458h",
                        "--quiet",
                        text(name).toString(),
                        data().toString())
                .within(PATIENCE)
                .judge("");
        if (!verdict.accepted()) {
            throw new IllegalStateException("promtool made no blocks of " + text(name) + ": " + verdict.output());
        }
    }
}
