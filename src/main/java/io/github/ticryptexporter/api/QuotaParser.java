package io.github.ticryptexporter.api;

import io.github.ticryptexporter.fleet.Quota;
import java.io.IOException;
import java.util.Map;

/** {@code QuotasTyped} of the API document. */
final class QuotaParser {
    private QuotaParser() {}

    /** The limits in the object that the stream stands in, up to and including its end. */
    static Quota parse(Fields in) throws IOException {
        Long cores = null;
        Long memory = null;
        Map<String, Long> storage = Map.of();
        Map<String, Long> devices = Map.of();
        while (in.next()) {
            switch (in.name()) {
                case "cores" -> cores = in.count();
                case "memory" -> memory = in.count();
                case "storage" -> storage = in.counts();
                case "devices" -> devices = in.counts();
                default -> {}
            }
        }
        return new Quota(cores, memory, storage, devices);
    }
}
