package io.github.ticryptexporter;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.logging.ErrorManager;
import java.util.logging.Handler;
import java.util.logging.LogRecord;

/** Writes each record in one piece and at once, so that lines of several threads never mix and none is lost. */
final class LineHandler extends Handler {

    private final OutputStream out;
    private final LineFormatter formatter;
    private final Repeats repeats = new Repeats();

    LineHandler(OutputStream out, LineFormatter formatter) {
        this.out = out;
        this.formatter = formatter;
    }

    @Override
    public void publish(LogRecord record) {
        if (isLoggable(record)) {
            repeats.leftOutBefore(record, kind(record))
                    .ifPresent(leftOut -> write(formatter.line(record, leftOut).getBytes(StandardCharsets.UTF_8)));
        }
    }

    /** Lines of a library are all of a kind: their words may be a stranger's, who could make them differ. */
    private String kind(LogRecord record) {
        return Logging.isOurs(String.valueOf(record.getLoggerName()))
                ? formatter.formatMessage(record) + record.getThrown()
                : "";
    }

    private synchronized void write(byte[] line) {
        try {
            out.write(line);
            out.flush();
        } catch (IOException e) {
            reportError("a log line could not be written", e, ErrorManager.WRITE_FAILURE);
        }
    }

    @Override
    public void flush() {}

    /** Leaves standard error open: others write to it too. */
    @Override
    public void close() {}
}
