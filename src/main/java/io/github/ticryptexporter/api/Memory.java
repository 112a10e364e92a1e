package io.github.ticryptexporter.api;

import io.github.ticryptexporter.fleet.SourceId;
import java.lang.ref.WeakReference;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a server's answers had in them, so that the next ones need not be kept beside them: the lists as long as somebody
 * else holds them, and the texts that occur in them. For one thread.
 *
 * <p>Texts are forgotten by rounds. A round is over when every list that is held was read again; a text that none of them
 * had is then in none.
 */
final class Memory {

    private final Texts texts = new Texts();
    private final Map<SourceId, WeakReference<List<?>>> latest = new HashMap<>();
    private final Set<SourceId> readInThisRound = new HashSet<>();

    Texts texts() {
        return texts;
    }

    /** The list that this source answered last; empty when nobody holds it any more. The type follows from the source. */
    @SuppressWarnings("unchecked")
    <T> List<T> latest(SourceId source) {
        WeakReference<List<?>> reference = latest.get(source);
        List<?> items = reference == null ? null : reference.get();
        return items == null ? List.of() : (List<T>) items;
    }

    /** Takes in what a source answered; the list must be the very one that is going to be held. */
    void remember(SourceId source, List<?> items) {
        latest.values().removeIf(held -> held.refersTo(null));
        if (items.isEmpty()) {
            latest.remove(source);
        } else {
            latest.put(source, new WeakReference<>(items));
        }
        readInThisRound.add(source);
        if (readInThisRound.containsAll(latest.keySet())) {
            texts.forgetUnseen();
            readInThisRound.clear();
        }
    }
}
