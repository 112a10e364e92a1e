package io.github.ticryptexporter.api;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server on a loopback port that answers every request with the same bytes, right or wrong, and shows what it was sent. */
final class ScriptedServer implements AutoCloseable {

    /** What follows the bytes. */
    enum Then {
        CLOSE,
        /** Nothing, until the client leaves. */
        HANG,
        /** The next request on the same connection. */
        GO_ON
    }

    private static final Pattern CONTENT_LENGTH = Pattern.compile("content-length: *(\\d+)");
    private static final long PATIENCE_SECONDS = 30;

    private final ServerSocket listener;
    private final String scheme;
    private final byte[] answer;
    private final Then then;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Socket> connections = new CopyOnWriteArrayList<>();
    private final List<String> heads = new CopyOnWriteArrayList<>();
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch left = new CountDownLatch(1);

    private ScriptedServer(ServerSocket listener, String scheme, byte[] answer, Then then) {
        this.listener = listener;
        this.scheme = scheme;
        this.answer = answer;
        this.then = then;
    }

    static ScriptedServer sending(String answer, Then then) throws IOException {
        return sending(answer.getBytes(StandardCharsets.ISO_8859_1), then);
    }

    static ScriptedServer sending(byte[] answer, Then then) throws IOException {
        return started(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), "http", answer, then);
    }

    /** One that never answers. */
    static ScriptedServer silent() throws IOException {
        return sending("", Then.HANG);
    }

    /** One behind a socket of the caller's making, which speaks TLS; it answers with an empty list. */
    static ScriptedServer behind(ServerSocket tls) {
        return started(
                tls, "https", answer("Content-Length: 2", "[]").getBytes(StandardCharsets.ISO_8859_1), Then.CLOSE);
    }

    private static ScriptedServer started(ServerSocket listener, String scheme, byte[] answer, Then then) {
        ScriptedServer server = new ScriptedServer(listener, scheme, answer, then);
        server.threads.execute(server::acceptUntilClosed);
        return server;
    }

    /** The text of a 200 with these header lines. */
    static String answer(String headers, String body) {
        return "HTTP/1.1 200 OK\r\n" + headers.replace("\n", "\r\n") + "\r\n\r\n" + body;
    }

    URI uri() {
        return URI.create(scheme + "://127.0.0.1:" + listener.getLocalPort());
    }

    /** Request line and headers of each request, in the order they came. */
    List<String> heads() {
        return List.copyOf(heads);
    }

    int connections() {
        return connections.size();
    }

    /** Waits until a first request has come, whole. */
    void awaitRequest() throws InterruptedException {
        await(asked, "no request came");
    }

    /** Waits until the client has closed a connection that hangs. */
    void awaitLeave() throws InterruptedException {
        await(left, "the client kept its connection");
    }

    private static void await(CountDownLatch latch, String otherwise) throws InterruptedException {
        if (!latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError(otherwise);
        }
    }

    private void acceptUntilClosed() {
        while (!listener.isClosed()) {
            try {
                Socket connection = listener.accept();
                connections.add(connection);
                threads.execute(() -> serve(connection));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            InputStream in = connection.getInputStream();
            while (receive(in)) {
                connection.getOutputStream().write(answer);
                connection.getOutputStream().flush();
                if (then == Then.CLOSE) {
                    return;
                }
            }
        } catch (IOException e) {
            // The client left, or never agreed on TLS: which of them a test sees in its result.
        } finally {
            left.countDown();
        }
    }

    /** False when the client has left. */
    private boolean receive(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                return false;
            }
            head.write(next);
        }
        String text = head.toString(StandardCharsets.ISO_8859_1);
        Matcher length = CONTENT_LENGTH.matcher(text.toLowerCase(Locale.ROOT));
        int body = length.find() ? Integer.parseInt(length.group(1)) : 0;
        if (in.readNBytes(body).length < body) {
            return false;
        }
        heads.add(text);
        asked.countDown();
        return true;
    }

    @Override
    public void close() {
        try {
            listener.close();
            for (Socket connection : connections) {
                connection.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            threads.shutdown();
        }
    }
}
