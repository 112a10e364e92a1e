package io.github.ticryptexporter.api;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A list of objects in which each id stands once, and where: a place is an int, for a node for each object of a large site
 * would weigh as much as half the object.
 */
final class ById<T> {

    private static final int FIRST_PLACES = 1 << 4;

    private final Function<T, String> idOf;
    private final List<T> items = new ArrayList<>();

    /** An open-addressed table, a power of two long and at most half full: one more than the index of an item, 0 for none. */
    private int[] table = new int[FIRST_PLACES];

    ById(Function<T, String> idOf) {
        this.idOf = idOf;
    }

    /** False when there is one of that id, which stays. */
    boolean add(T item) {
        int place = placeOf(idOf.apply(item));
        if (table[place] != 0) {
            return false;
        }
        items.add(item);
        table[place] = items.size();
        if (items.size() * 2 > table.length) {
            grow();
        }
        return true;
    }

    /** -1 for none. */
    int indexOf(String id) {
        return table[placeOf(id)] - 1;
    }

    /** In the order in which they were added. */
    List<T> items() {
        return items;
    }

    /** Where that id stands, or where it would. */
    private int placeOf(String id) {
        int hash = id.hashCode();
        int place = (hash ^ hash >>> 16) & (table.length - 1);
        while (table[place] != 0 && !idOf.apply(items.get(table[place] - 1)).equals(id)) {
            place = (place + 1) & (table.length - 1);
        }
        return place;
    }

    private void grow() {
        table = new int[table.length * 2];
        for (int i = 0; i < items.size(); i++) {
            table[placeOf(idOf.apply(items.get(i)))] = i + 1;
        }
    }
}
