package io.github.ticryptexporter.api;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.ticryptexporter.api.ScriptedServer.Then;
import io.github.ticryptexporter.testing.ManualClock;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A client that is told to stop, and one whose own parts fail. */
class InterruptionTest {

    private static final String HANGING_BODY =
            "HTTP/1.1 200 OK\r\nDate: Sun, 01 Mar 2026 12:00:00 GMT\r\nContent-Length: 100\r\n\r\n[{\"id\":\"drive-0042\"},";
    private static final String HANGING_REFUSAL = "HTTP/1.1 500 Error\r\nContent-Length: 100\r\n\r\n{";

    @ParameterizedTest
    @ValueSource(strings = {"", HANGING_BODY, HANGING_REFUSAL})
    void aReadThatIsInterruptedWhileItHangsEndsAndClosesItsConnection(String answer) throws Exception {
        try (ScriptedServer server = ScriptedServer.sending(answer, Then.HANG)) {
            ApiClient client = Reads.from(server.uri()).client();
            FutureTask<ApiResult<?>> read = new FutureTask<>(() -> client.read(Reads.DRIVES));
            Thread poller = new Thread(read, "test-poller");
            poller.start();
            server.awaitRequest();
            await().until(() -> isWaiting(poller));

            poller.interrupt();

            ExecutionException ended = assertThrows(ExecutionException.class, () -> read.get(20, TimeUnit.SECONDS));
            assertInstanceOf(InterruptedException.class, ended.getCause());
            poller.join();
            server.awaitLeave();
        }
    }

    private static boolean isWaiting(Thread thread) {
        return thread.getState() == Thread.State.WAITING || thread.getState() == Thread.State.TIMED_WAITING;
    }

    @Test
    void aThreadThatWasInterruptedBeforeReadsNothing() throws Exception {
        try (ScriptedServer server = ScriptedServer.silent()) {
            ApiClient client = Reads.from(server.uri()).client();
            Thread.currentThread().interrupt();
            assertThrows(InterruptedException.class, () -> client.read(Reads.DRIVES));
            assertFalse(Thread.interrupted());
        }
    }

    @Test
    void anInterruptedReadLeavesTheClientFitForTheNext() throws Exception {
        try (ScriptedServer server =
                ScriptedServer.sending(ScriptedServer.answer("Content-Length: 2", "[]"), Then.GO_ON)) {
            ApiClient client = Reads.from(server.uri()).client();
            Thread.currentThread().interrupt();
            assertThrows(InterruptedException.class, () -> client.read(Reads.DRIVES));
            assertEquals("ok: 0 items, {}", Reads.inWords(client.read(Reads.DRIVES)));
        }
    }

    @Test
    void noReadLeavesAThreadOfOursBehind() throws Exception {
        try (ScriptedServer server = ScriptedServer.sending(HANGING_BODY, Then.HANG)) {
            Reads.from(server.uri()).within(Duration.ofMillis(200)).outcome();
        }
        // The client's own threads, a selector and idle workers, end with it.
        assertEquals(
                List.of(),
                Thread.getAllStackTraces().keySet().stream()
                        .filter(Thread::isAlive)
                        .map(Thread::getName)
                        .filter(name -> name.startsWith("api"))
                        .toList());
    }

    @Test
    void aDefectOfOurOwnIsAFailureThatSaysSo() throws Exception {
        assertEquals(
                "malformed: GET /api/drives: a defect of the exporter, java.lang.IllegalArgumentException; please report it",
                Reads.from(URI.create("no-scheme")).outcome());
    }

    @Test
    void aDefectWhileAnAnswerIsReadClosesItsConnection() throws Exception {
        try (ScriptedServer server = ScriptedServer.sending(HANGING_BODY, Then.HANG)) {
            assertEquals(
                    "malformed: GET /api/drives: a defect of the exporter, java.lang.IllegalStateException; please report it",
                    readWithAClockThatFailsOnce(server.uri()));
            server.awaitLeave();
        }
    }

    private static String readWithAClockThatFailsOnce(URI uri) throws IOException, InterruptedException {
        ManualClock clock = new ManualClock();
        boolean[] failed = new boolean[1];
        ApiSettings settings = Reads.from(uri).settings();
        ApiClient client = new ApiClient(settings, () -> {
            if (!failed[0]) {
                failed[0] = true;
                throw new IllegalStateException("invented");
            }
            return clock.instant();
        });
        return Reads.inWords(client.read(Reads.DRIVES));
    }
}
