package io.github.ticryptexporter;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A server that answers in raw bytes with the secret in them that it was sent. Which answer follows from a word in the
 * request, such as the realm in its path. In an answer {@code TOKEN} stands for the secret, a line break for CRLF, and at its
 * end {@code <RESET>} for a connection that is reset then, {@code <HANG>} for one that is left as it is.
 */
final class EchoingServer implements AutoCloseable {

    private static final Pattern SECRET =
            Pattern.compile("(?i)\\r\\n(?:Cookie: TC_TOKEN=|X-API-KEY: |X-Example-Key: Bearer )(\\S+)\\r\\n");
    private static final Pattern LENGTH = Pattern.compile("(?i)\\r\\ncontent-length: *(\\d+)\\r\\n");

    private final ServerSocket listener;
    private final Map<String, String> answers;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Set<String> given = ConcurrentHashMap.newKeySet();
    private final Set<String> secrets = ConcurrentHashMap.newKeySet();

    /** @param answers by the word in the request; the one of {@code else} serves where no word is found */
    EchoingServer(Map<String, String> answers) throws IOException {
        this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.answers = Map.copyOf(answers);
        threads.execute(this::acceptUntilClosed);
    }

    int port() {
        return listener.getLocalPort();
    }

    /** The words whose answers were given. */
    Set<String> given() {
        return Set.copyOf(given);
    }

    /** The secrets that came in. */
    Set<String> secrets() {
        return Set.copyOf(secrets);
    }

    private void acceptUntilClosed() {
        while (!listener.isClosed()) {
            try {
                Socket connection = listener.accept();
                threads.execute(() -> serve(connection));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            String request = received(connection.getInputStream());
            Matcher secret = SECRET.matcher(request);
            String token = secret.find() ? secret.group(1) : "none";
            secrets.add(token);
            String word = answers.keySet().stream()
                    .filter(request::contains)
                    .findFirst()
                    .orElse("else");
            given.add(word);
            String answer = answers.getOrDefault(word, "").replace("\n", "\r\n").replace("TOKEN", token);
            boolean hangs = answer.endsWith("<HANG>");
            connection.setSoLinger(answer.endsWith("<RESET>"), 0);
            connection
                    .getOutputStream()
                    .write(answer.replaceFirst("<(HANG|RESET)>$", "").getBytes(StandardCharsets.ISO_8859_1));
            if (hangs) {
                connection.getInputStream().readAllBytes();
            }
        } catch (IOException e) {
            // The client left, which is for the test to see in what is said.
        }
    }

    private static String received(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        int next = in.read();
        head.write(next);
        // A handshake of TLS, which has no end that could be waited for here.
        while (next >= 0
                && head.toByteArray()[0] != 0x16
                && !head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            next = in.read();
            head.write(next);
        }
        String text = head.toString(StandardCharsets.ISO_8859_1);
        Matcher length = LENGTH.matcher(text);
        int body = length.find() ? Integer.parseInt(length.group(1)) : 0;
        return text + new String(in.readNBytes(body), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            threads.shutdownNow();
        }
    }
}
