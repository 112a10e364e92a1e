package io.github.ticryptexporter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.ticryptexporter.cli.LogOptions;
import java.io.IOException;
import java.time.Instant;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LineFormatterTest {

    private static final String FORGERY =
            "x\" level=error msg=\"fire\nts=2026-01-01T00:00:00.000Z level=error\r\u0085\u2028\u001b[31m\u202e\\ \ud800 é 😀";

    @Test
    void logfmtQuotesFreeTextAndEscapesWhatCouldEndIt() {
        assertEquals(
                "ts=2026-01-02T03:04:05.006Z level=warn logger=Poller msg=\"x\\\" level=error msg=\\\"fire\\nts="
                        + "2026-01-01T00:00:00.000Z level=error\\r\\u0085\\u2028\\u001b[31m\\u202e\\\\ \\ud800 é 😀\"\n",
                logfmt(LogOptions.Level.INFO).format(record(FORGERY)));
    }

    @Test
    void jsonIsReadBackAsItWas() throws Exception {
        String line = json().format(record(FORGERY));
        assertEquals(1, line.lines().count());
        JsonNode fields = new ObjectMapper().readTree(line);
        assertEquals(FORGERY, fields.get("msg").asText());
    }

    @Test
    void jsonHasTheSameFields() {
        LogRecord record = record("drives failed");
        record.setThrown(new IOException("connection \"reset\""));
        assertEquals("""
                {"ts":"2026-01-02T03:04:05.006Z","level":"warn","logger":"Poller","msg":"drives failed","err":"java.io.IOException: connection \\"reset\\""}
                """, json().format(record));
    }

    @Test
    void anExceptionIsNamedInTheSameLine() {
        LogRecord record = record("drives failed");
        record.setThrown(new IOException("connection reset\nby peer"));
        assertEquals(
                "ts=2026-01-02T03:04:05.006Z level=warn logger=Poller msg=\"drives failed\""
                        + " err=\"java.io.IOException: connection reset\\nby peer\"\n",
                logfmt(LogOptions.Level.INFO).format(record));
    }

    @Test
    void anExceptionWithoutAMessageIsItsClass() {
        LogRecord record = record("drives failed");
        record.setThrown(new IOException());
        assertTrue(logfmt(LogOptions.Level.INFO).format(record).endsWith(" err=\"java.io.IOException\"\n"));
    }

    @Test
    void onlyDebugShowsTheStackAndStillInOneLine() {
        LogRecord record = record("drives failed");
        record.setThrown(new IOException("reset"));
        String line = logfmt(LogOptions.Level.DEBUG).format(record);
        assertTrue(line.contains(" stack=\"java.io.IOException: reset\\n\\tat io.github.ticryptexporter."), line);
        assertEquals(1, line.lines().count());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    from https://someone:invented@api.example.edu/prefix       | from https://***@api.example.edu/prefix
                    from https://invented@api.example.edu                      | from https://***@api.example.edu
                    at https://api.example.edu/a?token=invented&x=1 at last    | at https://api.example.edu/a?*** at last
                    at https://api.example.edu?invented                        | at https://api.example.edu?***
                    "GET /metrics?token=invented" failed                       | "GET /metrics?***" failed
                    is it there? "yes" no?                                     | is it there? "yes" no?
                    someone@example.edu, //x, a?                               | someone@example.edu, //x, a?
                    """)
    void theUserAndTheQueryOfAnAddressAreNotShown(String message, String shown) {
        String quoted = shown.replace("\"", "\\\"");
        assertEquals(
                "ts=2026-01-02T03:04:05.006Z level=warn logger=Poller msg=\"" + quoted + "\"\n",
                logfmt(LogOptions.Level.INFO).format(record(message)));
    }

    @Test
    void anAddressInAnExceptionIsCleanedToo() {
        LogRecord record = record("drives failed");
        record.setThrown(new IOException("https://a:invented@b.example.edu/c?invented"));
        String line = logfmt(LogOptions.Level.DEBUG).format(record);
        assertTrue(line.contains(" err=\"java.io.IOException: https://***@b.example.edu/c?***\" stack="), line);
        assertFalse(line.contains("invented"), line);
    }

    @Test
    void whatWasLeftOutIsCounted() {
        assertEquals(
                "ts=2026-01-02T03:04:05.006Z level=warn logger=Poller msg=\"m\" repeated=17\n",
                logfmt(LogOptions.Level.INFO).line(record("m"), 17));
        assertEquals("""
                {"ts":"2026-01-02T03:04:05.006Z","level":"warn","logger":"Poller","msg":"m","repeated":"17"}
                """, json().line(record("m"), 17));
    }

    @Test
    void aRecordWithoutNameAndMessageIsStillALine() {
        LogRecord record = record(null);
        record.setLoggerName(null);
        assertEquals(
                "ts=2026-01-02T03:04:05.006Z level=warn logger=\"\" msg=\"\"\n",
                logfmt(LogOptions.Level.INFO).format(record));
    }

    @ParameterizedTest
    @CsvSource({"SEVERE, error", "WARNING, warn", "INFO, info", "CONFIG, debug", "FINE, debug", "FINEST, debug"})
    void everyLevelOfThePlatformIsOneOfOurs(String platform, String ours) {
        LogRecord record = record("m");
        record.setLevel(Level.parse(platform));
        assertTrue(logfmt(LogOptions.Level.INFO).format(record).contains(" level=" + ours + " "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Poller msg=\"forged\"", "a\nb", "a\"b"})
    void aLoggersNameCannotForgeAFieldEither(String name) {
        LogRecord record = record("m");
        record.setLoggerName(name);
        String line = logfmt(LogOptions.Level.INFO).format(record);
        assertTrue(
                line.contains(" logger=\"" + name.replace("\"", "\\\"").replace("\n", "\\n") + "\" msg=\"m\""), line);
    }

    private static LineFormatter logfmt(LogOptions.Level level) {
        return new LineFormatter(new LogOptions(level, LogOptions.Format.LOGFMT));
    }

    private static LineFormatter json() {
        return new LineFormatter(new LogOptions(LogOptions.Level.INFO, LogOptions.Format.JSON));
    }

    private static LogRecord record(@Nullable String message) {
        LogRecord record = new LogRecord(Level.WARNING, message);
        record.setInstant(Instant.parse("2026-01-02T03:04:05.006Z"));
        record.setLoggerName("io.github.ticryptexporter.poll.Poller");
        return record;
    }
}
