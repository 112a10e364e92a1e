package io.github.ticryptexporter.exposition;

import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** One publish: the fleet's families and what was rendered of them, each format and encoding at most once. */
final class Publication {
    private final MetricSnapshots families;
    private final ConcurrentMap<Format, byte[]> texts = new ConcurrentHashMap<>();
    private final ConcurrentMap<Format, GzipHead> gzipHeads = new ConcurrentHashMap<>();

    Publication(MetricSnapshots families) {
        this.families = families;
    }

    MetricSnapshots families() {
        return families;
    }

    void render(Variant variant) {
        switch (variant.encoding()) {
            case IDENTITY -> text(variant.format());
            case GZIP -> gzipHead(variant.format());
        }
    }

    /** The whole body when this ending, in plain text of the same format, comes after the fleet's families. */
    List<byte[]> followedBy(byte[] ending, Variant variant) {
        return switch (variant.encoding()) {
            case IDENTITY -> List.of(text(variant.format()), ending);
            case GZIP -> gzipHead(variant.format()).followedBy(ending);
        };
    }

    private byte[] text(Format format) {
        return texts.computeIfAbsent(format, f -> f.write(families));
    }

    private GzipHead gzipHead(Format format) {
        return gzipHeads.computeIfAbsent(format, f -> GzipHead.of(text(f)));
    }
}
