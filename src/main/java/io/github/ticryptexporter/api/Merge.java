package io.github.ticryptexporter.api;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A list as it is read, in which each id stands once, beside the list that was read before it: an object that comes again
 * unchanged is used again, so that a site is kept once and not twice.
 */
final class Merge<T> {

    private final List<T> before;
    private final Function<T, String> idOf;
    private final List<T> items = new ArrayList<>();

    /** Which of those before came again. */
    private final BitSet again = new BitSet();

    /** Those that are new. */
    private final ById<T> added;

    /** Answers keep their order, so the one behind the last that came again is next in all likelihood. */
    private int next;

    /** Of those before; made when the order is another for the first time. */
    private @Nullable ById<T> index;

    Merge(List<T> before, Function<T, String> idOf) {
        this.before = before;
        this.idOf = idOf;
        this.added = new ById<>(idOf);
    }

    /** False when there is one of that id, which stays. */
    boolean add(T item) {
        int at = indexBefore(idOf.apply(item));
        if (at < 0 ? !added.add(item) : again.get(at)) {
            return false;
        }
        items.add(at < 0 ? item : same(at, item));
        return true;
    }

    /** In the order in which they were added. */
    List<T> items() {
        return items;
    }

    private T same(int at, T item) {
        again.set(at);
        next = at + 1;
        T old = before.get(at);
        return old.equals(item) ? old : item;
    }

    private int indexBefore(String id) {
        if (next < before.size() && idOf.apply(before.get(next)).equals(id)) {
            return next;
        }
        return before.isEmpty() ? -1 : index().indexOf(id);
    }

    private ById<T> index() {
        ById<T> all = index;
        if (all == null) {
            all = new ById<>(idOf);
            before.forEach(all::add);
            index = all;
        }
        return all;
    }
}
