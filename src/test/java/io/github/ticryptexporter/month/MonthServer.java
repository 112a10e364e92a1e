package io.github.ticryptexporter.month;

import io.github.ticryptexporter.endtoend.PrometheusServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Servers of a folder with blocks, however old these are. */
final class MonthServer {
    private MonthServer() {}

    /** A server of the blocks themselves. */
    static PrometheusServer of(Path program, Path folder) throws IOException {
        return PrometheusServer.start(program, folder, "global: {}", List.of("--storage.tsdb.retention.time=10y"))
                .awaitReady();
    }

    /** A server of a copy, which it may merge at will. */
    static PrometheusServer ofCopy(Path program, Path folder, Path copy) throws IOException {
        Path data = folder.resolve("data");
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve("data").resolve(data.relativize(file)));
            }
        }
        return of(program, copy);
    }
}
