package io.github.ticryptexporter.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * {@code values.yaml} as its readers see it: in rooms, each value with the comment above it.
 *
 * <p>A room begins at a line with {@code ##}.
 */
final class ValuesFile {

    /** A part of the file. */
    record Room(String name, List<Entry> entries) {}

    /**
     * A value, or a map of several with a comment for all.
     *
     * @param value its default in one line of JSON; empty for several
     * @param comment in one line; empty for none
     */
    record Entry(String path, String value, String comment) {}

    private static final int INDENT = 2;

    private final Set<String> leaves = Values.leaves();
    private final List<Room> rooms = new ArrayList<>();
    private final List<String> keys = new ArrayList<>();
    private final StringBuilder comment = new StringBuilder();

    private ValuesFile() {}

    static List<Room> rooms() {
        ValuesFile file = new ValuesFile();
        Chart.file("values.yaml").lines().forEach(file::read);
        return file.rooms;
    }

    private void read(String line) {
        String text = line.strip();
        if (text.startsWith("## ")) {
            rooms.add(new Room(text.substring("## ".length()), new ArrayList<>()));
            comment.setLength(0);
        } else if (text.startsWith("# ")) {
            comment.append(comment.isEmpty() ? "" : " ").append(text.substring(INDENT));
        } else if (text.matches("[\\w-]+:.*")) {
            key(line.indexOf(text) / INDENT, text.substring(0, text.indexOf(':')));
        } else {
            comment.setLength(0);
        }
    }

    private void key(int depth, String key) {
        if (depth > keys.size()) {
            return; // Inside an element of a list.
        }
        keys.subList(depth, keys.size()).clear();
        keys.add(key);
        String path = String.join(".", keys);
        boolean isValue = leaves.contains(path);
        if (isValue || (!comment.isEmpty() && isMapOfValues(path))) {
            String value =
                    isValue ? Values.defaults().at("/" + path.replace('.', '/')).toString() : "";
            rooms.get(rooms.size() - 1).entries().add(new Entry(path, value, comment.toString()));
        }
        comment.setLength(0);
    }

    private boolean isMapOfValues(String path) {
        return leaves.stream().anyMatch(leaf -> leaf.startsWith(path + "."));
    }
}
