package io.github.ticryptexporter.api;

import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * One copy of each text that answers have in common: an id stands in the list of its kind, in every list that refers to
 * it, and in each answer anew. Found by its characters, so that none is made for what is there already. For one thread.
 *
 * <p>An open-addressed table, for a node for each of a large site's texts would weigh half as much as the text.
 */
final class Texts {

    private static final int FIRST_PLACES = 1 << 8;

    /** A power of two long, at most three quarters full. */
    private @Nullable String[] table = new @Nullable String[FIRST_PLACES];

    /** Places of the table whose text was asked for since the unseen ones were last forgotten. */
    private BitSet seen = new BitSet();

    /** The characters of a text, for comparison. */
    private char[] inside = new char[0];

    private int size;

    /** The text of these characters. */
    String of(char[] characters, int offset, int length) {
        int hash = hash(characters, offset, length);
        int at = place(hash);
        for (String known = table[at]; known != null; known = table[at]) {
            if (known.hashCode() == hash && isText(known, characters, offset, length)) {
                seen.set(at);
                return known;
            }
            at = next(at);
        }
        return added(new String(characters, offset, length), at);
    }

    /** This text, or the copy of it that is there already. */
    String of(String text) {
        int at = place(text.hashCode());
        for (String known = table[at]; known != null; known = table[at]) {
            if (known.equals(text)) {
                seen.set(at);
                return known;
            }
            at = next(at);
        }
        return added(text, at);
    }

    /** Forgets what was not asked for since this was last called. */
    void forgetUnseen() {
        int left = seen.cardinality();
        int places = FIRST_PLACES;
        while (isTooFull(left, places)) {
            places *= 2;
        }
        rehash(places, true);
        seen.clear();
    }

    int size() {
        return size;
    }

    private String added(String text, int at) {
        table[at] = text;
        seen.set(at);
        size++;
        if (isTooFull(size, table.length)) {
            rehash(table.length * 2, false);
        }
        return text;
    }

    private static boolean isTooFull(int texts, int places) {
        return texts > places / 4 * 3;
    }

    private void rehash(int places, boolean onlySeen) {
        @Nullable String[] before = table;
        BitSet seenBefore = seen;
        table = new @Nullable String[places];
        seen = new BitSet(places);
        size = 0;
        for (int i = 0; i < before.length; i++) {
            String text = before[i];
            if (text != null && (!onlySeen || seenBefore.get(i))) {
                keep(text, seenBefore.get(i));
            }
        }
    }

    private void keep(String text, boolean wasSeen) {
        int at = place(text.hashCode());
        while (table[at] != null) {
            at = next(at);
        }
        table[at] = text;
        seen.set(at, wasSeen);
        size++;
    }

    private int place(int hash) {
        return (hash ^ hash >>> 16) & (table.length - 1);
    }

    private int next(int place) {
        return (place + 1) & (table.length - 1);
    }

    /** As {@link String#hashCode} has it, four characters at a time, which do not wait for each other. */
    private static int hash(char[] characters, int offset, int length) {
        int end = offset + length;
        int hash = 0;
        int at = offset;
        for (; at + 4 <= end; at += 4) {
            hash = hash * (31 * 31 * 31 * 31)
                    + characters[at] * (31 * 31 * 31)
                    + characters[at + 1] * (31 * 31)
                    + characters[at + 2] * 31
                    + characters[at + 3];
        }
        for (; at < end; at++) {
            hash = 31 * hash + characters[at];
        }
        return hash;
    }

    private boolean isText(String known, char[] characters, int offset, int length) {
        if (known.length() != length) {
            return false;
        }
        if (length > inside.length) {
            inside = new char[length];
        }
        known.getChars(0, length, inside, 0);
        return Arrays.equals(inside, 0, length, characters, offset, offset + length);
    }
}
