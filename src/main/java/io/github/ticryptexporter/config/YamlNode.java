package io.github.ticryptexporter.config;

import java.util.List;
import java.util.Map;

/**
 * A YAML document as it was written: scalars keep their text and every node its line, so that {@code 1.10} stays 1.10
 * and a problem can say where it stands.
 */
sealed interface YamlNode {

    /** Line in the file, from 1. */
    int line();

    /** What it is, in the words of messages. */
    String shape();

    /**
     * Keys and values in file order; of a key that is written twice, the first value.
     *
     * @param repeated the second and further times that a key is written
     */
    record Mapping(int line, Map<String, Entry> entries, List<Repeated> repeated) implements YamlNode {
        @Override
        public String shape() {
            return "keys and values";
        }

        static final Mapping EMPTY = new Mapping(0, Map.of(), List.of());

        public Mapping {
            repeated = List.copyOf(repeated);
        }
    }

    /** The value of a key, and the line of the key, which may be above that of the value. */
    record Entry(int line, YamlNode value) {}

    /** A list, in file order. */
    record Items(int line, List<YamlNode> nodes) implements YamlNode {
        @Override
        public String shape() {
            return "a list";
        }

        public Items {
            nodes = List.copyOf(nodes);
        }
    }

    /** A single value, as text without its quotes. */
    record Scalar(int line, String text) implements YamlNode {
        @Override
        public String shape() {
            return "a single value";
        }
    }

    /** {@code key:} with nothing behind it, or with {@code null} or {@code ~}: the same as no key at all. */
    record Nothing(int line) implements YamlNode {
        @Override
        public String shape() {
            return "nothing";
        }
    }

    /** {@code *name}: not followed, since a value that stands elsewhere hides from the reader. */
    record Alias(int line) implements YamlNode {
        @Override
        public String shape() {
            return "an alias, which is not followed";
        }
    }

    /** A key that its mapping already has. */
    record Repeated(String key, int line) {}
}
