package io.github.ticryptexporter.exposition;

import io.github.ticryptexporter.metrics.ExposedFamily;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * What a scrape sees: the latest publish, joined with the exporter's own families as they are now.
 *
 * <p>A variant (format and encoding) is rendered by the first scrape that asks for it and from then on by the publisher,
 * so that a scraper waits for its rendering once and nothing is rendered that nobody reads.
 */
public final class Exposition {
    /** A scraper that has not come for so long is gone, or waits as it did the first time. */
    private static final long IN_USE_NANOS = Duration.ofMinutes(10).toNanos();

    private volatile ExpositionSettings settings;
    private final Supplier<List<ExposedFamily>> ownFamilies;
    private final LongSupplier ticker;
    private final Map<Variant, Long> lastAsked = new ConcurrentHashMap<>();
    private volatile Publication current = new Publication(List.of(), List::of, List.of());

    /** As below, with bytes that are trusted. */
    public Exposition(Supplier<List<ExposedFamily>> ownFamilies, LongSupplier ticker) {
        this(ExpositionSettings.DEFAULT, ownFamilies, ticker);
    }

    /**
     * Assigns only; until the first publish a scrape shows the exporter's own families alone.
     *
     * @param ownFamilies what the exporter says about itself; shares no family name with the fleet
     * @param ticker nanoseconds that never go back
     */
    public Exposition(ExpositionSettings settings, Supplier<List<ExposedFamily>> ownFamilies, LongSupplier ticker) {
        this.settings = settings;
        this.ownFamilies = ownFamilies;
        this.ticker = ticker;
    }

    /** Obeys other settings from the next publish on. */
    public void obey(ExpositionSettings other) {
        settings = other;
    }

    /**
     * Shows these families from now on; called by one thread at a time. What was shown before stays where this throws.
     *
     * @param again the same families, made anew for a form that few ask for; called by any thread, until the next publish
     */
    public void publish(List<ExposedFamily> fleet, Supplier<List<ExposedFamily>> again) {
        boolean selfCheck = settings.selfCheck();
        long now = ticker.getAsLong();
        lastAsked.values().removeIf(asked -> now - asked > IN_USE_NANOS);
        Set<Variant> variants = new HashSet<>(lastAsked.keySet());
        if (selfCheck) {
            variants.addAll(SelfCheck.VARIANTS);
        }
        Publication publication = new Publication(fleet, again, variants);
        if (selfCheck) {
            List<ExposedFamily> own = ownFamilies.get();
            variants.forEach(variant -> SelfCheck.require(variant, body(variant, publication.whole(variant), own)));
        }
        current = publication;
    }

    /** Answers one scrape out of one publish. */
    public Body scrape(ScrapeRequest request) {
        Publication publication = current;
        Variant variant = variant(request);
        if (request.names().isEmpty()) {
            lastAsked.put(variant, ticker.getAsLong());
            return body(variant, publication.whole(variant), ownFamilies.get());
        }
        NameFilter filter = new NameFilter(request.names());
        return body(variant, publication.selected(variant, filter), filter.select(ownFamilies.get()));
    }

    /** Answers one scrape where that takes no rendering of the fleet and no waiting for it; empty elsewhere. */
    public Optional<Body> scrapeAtOnce(ScrapeRequest request) {
        if (!request.names().isEmpty()) {
            return Optional.empty();
        }
        Variant variant = variant(request);
        return current.atHand(variant).map(fleet -> {
            lastAsked.put(variant, ticker.getAsLong());
            return body(variant, fleet, ownFamilies.get());
        });
    }

    private static Variant variant(ScrapeRequest request) {
        return new Variant(Negotiation.format(request.accept()), Negotiation.encoding(request.acceptEncoding()));
    }

    private static Body body(Variant variant, Rendered fleet, List<ExposedFamily> own) {
        return new Body(variant, fleet.followedBy(variant.format().ending(own)));
    }
}
