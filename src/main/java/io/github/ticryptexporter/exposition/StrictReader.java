package io.github.ticryptexporter.exposition;

import static io.github.ticryptexporter.exposition.LineCursor.require;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Reads one exposition of lines, stricter than any scraper: a family is one block, begun by all its HELP, TYPE and UNIT
 * lines in their order, its samples are called as its type wants it, none of them stands twice, and there is nothing
 * else. For one exposition.
 */
public final class StrictReader {
    private static final int CHUNK_BYTES = 16 * 1024;
    private static final String UNIT = "UNIT";

    private final LineGrammar grammar;
    private final Consumer<SampleLine> samples;

    private final Set<String> families = new HashSet<>();
    /** Of the family that is being read, as they are written, which is in one way only. */
    private final Set<String> series = new HashSet<>();

    private int lineNumber;
    private String family = "";
    private List<String> sampleNames = List.of();
    /** Which of the lines that begin a family comes next. */
    private int head;

    private boolean hasEnded;

    /** @param samples takes each sample in its turn */
    StrictReader(LineGrammar grammar, Consumer<SampleLine> samples) {
        this.grammar = grammar;
        this.samples = samples;
    }

    /**
     * The samples of an exposition in text 0.0.4, in their order.
     *
     * @throws DamagedExpositionException with the first place that is not as this exporter writes it
     */
    public static List<SampleLine> samples(String text) {
        List<SampleLine> samples = new ArrayList<>();
        try {
            new StrictReader(LineGrammar.TEXT, samples::add)
                    .read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory failed", e);
        }
        return samples;
    }

    /** @throws DamagedExpositionException with the first place that is not as it must be */
    void read(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        byte[] chunk = new byte[CHUNK_BYTES];
        for (int length = in.read(chunk); length >= 0; length = in.read(chunk)) {
            int start = 0;
            for (int i = 0; i < length; i++) {
                if (chunk[i] == '\n') {
                    line.write(chunk, start, i - start);
                    inPlace(() -> line(line.toByteArray()));
                    line.reset();
                    start = i + 1;
                }
            }
            line.write(chunk, start, length - start);
        }
        inPlace(() -> end(line.size()));
    }

    private void inPlace(Runnable reading) {
        lineNumber++;
        try {
            reading.run();
        } catch (IllegalArgumentException e) {
            String where = grammar.label() + ", line " + lineNumber + (family.isEmpty() ? "" : ", in " + family);
            throw new DamagedExpositionException(where + ": " + e.getMessage());
        }
    }

    private void line(byte[] bytes) {
        String line = decoded(bytes);
        require(!hasEnded, "a line behind the end");
        if (!line.isEmpty() && line.equals(grammar.end())) {
            requireWhole();
            hasEnded = true;
        } else if (line.startsWith("#")) {
            head(new LineCursor(line));
        } else {
            sample(line);
        }
    }

    private static String decoded(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("not UTF-8", e);
        }
    }

    private void head(LineCursor cursor) {
        cursor.expect("# ");
        String keyword = cursor.name();
        cursor.expect(" ");
        String name = cursor.name();
        cursor.expect(" ");
        int place = grammar.keywords().indexOf(keyword);
        require(place >= 0, "neither a sample nor one of " + grammar.keywords());
        if (place == 0) {
            begin(name);
        }
        require(name.equals(family), "a family that " + grammar.keywords().get(0) + " did not begin");
        require(isNext(place), "lines that begin a family are out of order, or one is there twice");
        head = place + 1;
        describe(keyword, cursor);
    }

    private void begin(String name) {
        requireWhole();
        family = name;
        require(families.add(name), "a family for the second time");
        series.clear();
        head = 0;
    }

    private boolean isNext(int place) {
        boolean skipsUnit =
                head < grammar.keywords().size() && grammar.keywords().get(head).equals(UNIT);
        return place == head || (skipsUnit && place == head + 1);
    }

    private void describe(String keyword, LineCursor cursor) {
        switch (keyword) {
            case "TYPE" -> {
                sampleNames = grammar.sampleNames(cursor.rest(), family);
                require(!sampleNames.isEmpty(), "a type that there is not");
            }
            case UNIT -> require(family.endsWith("_" + cursor.rest()), "a unit that the name does not end in");
            default -> {
                cursor.text(grammar.helpEscapes());
                require(cursor.rest().isEmpty(), "a quote without a backslash");
            }
        }
    }

    private void sample(String line) {
        require(!family.isEmpty() && isDescribed(), "a sample before " + grammar.keywords());
        SampleLine sample = SampleLine.parse(line);
        require(sampleNames.contains(sample.name()), "a sample that does not belong to the family");
        boolean isBucket = sample.name().equals(family + "_bucket");
        require(
                isBucket == sample.labels().containsKey(SampleLine.BOUND),
                "a bound without a bucket, or none with one");
        require(series.add(line.substring(0, line.lastIndexOf(' '))), "a second sample of one series");
        samples.accept(sample);
    }

    private void end(int bytesLeft) {
        require(bytesLeft == 0, "a line without its end");
        require(hasEnded || grammar.end().isEmpty(), "expected " + grammar.end());
        requireWhole();
    }

    private void requireWhole() {
        require(family.isEmpty() || (isDescribed() && !series.isEmpty()), "a family without samples");
    }

    private boolean isDescribed() {
        return head == grammar.keywords().size();
    }
}
