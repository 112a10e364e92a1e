package io.github.ticryptexporter.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the known word that a misspelt one was probably meant to be. */
public final class Spelling {

    /** So close to a known word that it can be nothing but a slip of the keyboard. */
    private static final int SLIP = 2;

    private Spelling() {}

    /** The known word with the fewest edits to {@code word}; empty when none is known. */
    public static Optional<String> nearest(String word, Collection<String> known) {
        return known.stream()
                .min(Comparator.comparingInt((String candidate) -> distance(word, candidate))
                        .thenComparing(Comparator.naturalOrder()));
    }

    static boolean isSlipOf(String word, Collection<String> known) {
        return known.stream().anyMatch(candidate -> distance(word, candidate) <= SLIP);
    }

    /** Insertions, deletions, substitutions and swaps of neighbours, at the least. */
    static int distance(String from, String to) {
        int[][] edits = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            for (int j = 0; j <= to.length(); j++) {
                edits[i][j] = i == 0 || j == 0 ? i + j : cheapest(edits, new Cell(from, i, to, j));
            }
        }
        return edits[from.length()][to.length()];
    }

    private static int cheapest(int[][] edits, Cell at) {
        int i = at.i;
        int j = at.j;
        int substituted = edits[i - 1][j - 1] + (at.sameLetter() ? 0 : 1);
        int inserted = Math.min(edits[i - 1][j], edits[i][j - 1]) + 1;
        int swapped = at.swapsNeighbours() ? edits[i - 2][j - 2] + 1 : Integer.MAX_VALUE;
        return Math.min(substituted, Math.min(inserted, swapped));
    }

    /** A place in the table: the first {@code i} letters of one word against the first {@code j} of the other. */
    private record Cell(String from, int i, String to, int j) {

        boolean sameLetter() {
            return from.charAt(i - 1) == to.charAt(j - 1);
        }

        boolean swapsNeighbours() {
            return i > 1 && j > 1 && from.charAt(i - 1) == to.charAt(j - 2) && from.charAt(i - 2) == to.charAt(j - 1);
        }
    }
}
