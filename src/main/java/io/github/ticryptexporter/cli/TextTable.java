package io.github.ticryptexporter.cli;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Rows of text under headings, each column as wide as its widest cell; safe to print, whatever a cell holds. */
record TextTable(List<String> headings, List<List<String>> rows) {

    private static final String GAP = "  ";

    TextTable {
        headings = List.copyOf(headings);
        rows = rows.stream().map(TextTable::printable).toList();
    }

    private static List<String> printable(List<String> cells) {
        return cells.stream().map(TextTable::printable).toList();
    }

    /** What the API calls a realm may hold anything, and a terminal obeys control characters. */
    static String printable(String text) {
        return text.replaceAll("\\p{Cntrl}", "?");
    }

    /** One line for each row, the headings first; every line ends in a line break. */
    @Override
    public String toString() {
        return Stream.concat(Stream.of(headings), rows.stream()).map(this::line).collect(Collectors.joining());
    }

    private String line(List<String> cells) {
        return IntStream.range(0, cells.size())
                        .mapToObj(column -> padded(cells.get(column), width(column)))
                        .collect(Collectors.joining(GAP))
                        .stripTrailing()
                + "\n";
    }

    private int width(int column) {
        return Stream.concat(Stream.of(headings), rows.stream())
                .mapToInt(cells -> cells.get(column).length())
                .max()
                .orElse(0);
    }

    private static String padded(String cell, int width) {
        return cell + " ".repeat(width - cell.length());
    }
}
