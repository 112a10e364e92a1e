package io.github.ticryptexporter.exposition;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.ticryptexporter.metrics.ExposedFamily;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * One publish: what was rendered of it, and how to make its families again for a form that few ask for. The families
 * themselves are not kept: a large site's take more room than their bytes.
 */
final class Publication {
    private static final long MOST_BYTES_OF_SELECTIONS = 16L * 1024 * 1024;

    private final Supplier<List<ExposedFamily>> again;
    private final Map<Variant, Rendered> whole = new ConcurrentHashMap<>();
    private final Cache<Selection, Rendered> selections = Caffeine.newBuilder()
            .maximumWeight(MOST_BYTES_OF_SELECTIONS)
            .weigher((Selection selection, Rendered rendered) -> (int) Math.min(rendered.bytes(), Integer.MAX_VALUE))
            .build();

    private record Selection(Variant variant, NameFilter filter) {}

    /**
     * Renders these variants.
     *
     * @param families what is published
     * @param again the same, made anew each time
     */
    Publication(List<ExposedFamily> families, Supplier<List<ExposedFamily>> again, Collection<Variant> variants) {
        this.again = again;
        variants.forEach(variant -> whole.put(variant, Rendered.of(families, variant)));
    }

    Rendered whole(Variant variant) {
        return atHand(variant).orElseGet(() -> wholeForTheFirstTime(variant));
    }

    /** The whole where it is rendered already. */
    Optional<Rendered> atHand(Variant variant) {
        return Optional.ofNullable(whole.get(variant));
    }

    /** One at a time: what the families of a large site take is there once, not once for each who asks. */
    private synchronized Rendered wholeForTheFirstTime(Variant variant) {
        return whole.computeIfAbsent(variant, absent -> Rendered.of(again.get(), variant));
    }

    Rendered selected(Variant variant, NameFilter filter) {
        return selections.get(new Selection(variant, filter), selection -> select(selection));
    }

    private synchronized Rendered select(Selection selection) {
        return Rendered.of(selection.filter().select(again.get()), selection.variant());
    }
}
