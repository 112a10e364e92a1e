package io.github.ticryptexporter.exposition;

import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * What a scrape sees: the latest publish, joined with the exporter's own families as they are now.
 *
 * <p>A variant (format and encoding) is rendered by the first scrape that asks for it and from then on by the publisher,
 * so that a scraper waits for its rendering once in the life of the process and nothing is rendered that nobody reads.
 */
public final class Exposition {
    private final Supplier<MetricSnapshots> ownFamilies;
    private final Set<Variant> asked = ConcurrentHashMap.newKeySet();
    private volatile Publication current = new Publication(MetricSnapshots.of());

    /**
     * Assigns only; until the first publish a scrape shows the exporter's own families alone.
     *
     * @param ownFamilies what the exporter says about itself; shares no family name with the fleet
     */
    public Exposition(Supplier<MetricSnapshots> ownFamilies) {
        this.ownFamilies = ownFamilies;
    }

    /** Shows these families from now on; called by one thread at a time. */
    public void publish(MetricSnapshots fleet) {
        Publication next = new Publication(fleet);
        asked.forEach(next::render);
        current = next;
    }

    /** Answers one scrape out of one publish. */
    public Body scrape(ScrapeRequest request) {
        Publication publication = current;
        Format format = Negotiation.format(request.accept());
        Encoding encoding = Negotiation.encoding(request.acceptEncoding());
        Variant variant = new Variant(format, encoding);
        if (request.names().isEmpty()) {
            asked.add(variant);
            return new Body(variant, publication.followedBy(format.writeLast(ownFamilies.get()), variant));
        }
        return new Body(variant, selected(publication, variant, new NameFilter(request.names())));
    }

    private List<byte[]> selected(Publication publication, Variant variant, NameFilter filter) {
        byte[] fleet = variant.format().write(filter.select(publication.families()));
        byte[] ending = variant.format().writeLast(filter.select(ownFamilies.get()));
        return switch (variant.encoding()) {
            case IDENTITY -> List.of(fleet, ending);
            case GZIP -> GzipHead.of(fleet).followedBy(ending);
        };
    }
}
