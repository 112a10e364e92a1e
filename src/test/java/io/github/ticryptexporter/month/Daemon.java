package io.github.ticryptexporter.month;

import io.github.ticryptexporter.history.WatchedSite;

/**
 * What the process around the exporter says of itself, which has none here: a heap that saws, some processor time for each
 * poll, no failed publish; from nothing at each start.
 */
final class Daemon {
    private static final double MIB = 1 << 20;
    private static final double CPU_SECONDS_A_MINUTE = 0.9;
    private static final int COLLECTED_EVERY = 23;

    private final WatchedSite site;

    Daemon(WatchedSite site) {
        this.site = site;
    }

    /** For the next scrape. */
    void tell() {
        int minutes = site.minute() - site.startedIn();
        heap("Eden Space", (1 + 15.0 * (minutes % COLLECTED_EVERY) / COLLECTED_EVERY) * MIB, 17 * MIB);
        heap("Tenured Gen", (14 + 4 * Math.sin(minutes / 300.0)) * MIB, 43 * MIB);
        write("process_cpu_seconds_total{", 4 + CPU_SECONDS_A_MINUTE * minutes);
        write("ticrypt_exporter_publish_failures_total{", 0);
    }

    private void heap(String pool, double used, double most) {
        String labels = "{area=\"heap\",id=\"" + pool + "\",";
        write("jvm_memory_used_bytes" + labels, Math.rint(used));
        write("jvm_memory_max_bytes" + labels, most);
    }

    private void write(String start, double value) {
        site.write(start + WatchedSite.TARGET + "}", value);
    }
}
