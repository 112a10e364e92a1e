package io.github.ticryptexporter.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import io.github.ticryptexporter.metrics.Reference;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** The command {@code metrics}: the reference of all metrics. */
public final class MetricTable {

    private static final int DONE = 0;
    private static final JsonFactory JSON = new JsonFactory();

    private final PrintStream out;

    /** A reference that is printed to {@code out}. */
    public MetricTable(PrintStream out) {
        this.out = out;
    }

    /** Prints the table and returns the exit code. */
    public int run(Command.Metrics metrics) {
        out.print(
                switch (metrics.format()) {
                    case MARKDOWN -> Reference.markdown();
                    case JSON -> json();
                });
        return DONE;
    }

    /** An array with one object for each family; further keys may come, these stay. */
    private static String json() {
        StringWriter text = new StringWriter();
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.setPrettyPrinter(
                    new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter));
            json.writeStartArray();
            for (Reference.Entry entry : Reference.entries()) {
                write(entry, json);
            }
            json.writeEndArray();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        return text + "\n";
    }

    private static void write(Reference.Entry entry, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", entry.name());
        json.writeStringField("type", entry.type());
        json.writeArrayFieldStart("labels");
        for (String label : entry.labels()) {
            json.writeString(label);
        }
        json.writeEndArray();
        json.writeStringField("help", entry.help());
        json.writeStringField("source", entry.source());
        json.writeStringField("privacy_level", entry.privacyLevel());
        json.writeStringField("stability", entry.stability());
        json.writeEndObject();
    }
}
