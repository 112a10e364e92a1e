package io.github.ticryptexporter.http;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** Shows an answer as it crosses the wire, where a client library would mend or hide it. */
final class RawClient implements AutoCloseable {
    private static final int TIMEOUT_MILLIS = 30_000;

    private final Socket socket;

    private RawClient(Socket socket) {
        this.socket = socket;
    }

    static RawClient connected(InetSocketAddress address) throws IOException {
        Socket socket = new Socket();
        socket.setSoTimeout(TIMEOUT_MILLIS);
        socket.connect(address, TIMEOUT_MILLIS);
        return new RawClient(socket);
    }

    /** Within TLS; the handshake is done with the first byte that is sent. */
    static RawClient within(SSLContext tls, InetSocketAddress address, String... protocols) throws IOException {
        SSLSocket socket = (SSLSocket) tls.getSocketFactory().createSocket(address.getAddress(), address.getPort());
        socket.setSoTimeout(TIMEOUT_MILLIS);
        if (protocols.length > 0) {
            socket.setEnabledProtocols(protocols);
        }
        return new RawClient(socket);
    }

    /** The socket itself, for what only TLS has. */
    SSLSocket tls() {
        return (SSLSocket) socket;
    }

    /** Asks for the end of the connection, so that the answer ends with it; the Date header is left out. */
    static String answer(InetSocketAddress address, String... lines) {
        try (RawClient client = connected(address)) {
            return client.answer(lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String answer(String... lines) throws IOException {
        send(String.join("\n", lines) + "\nHost: exporter.example.edu\nConnection: close\n\n");
        return rest();
    }

    void send(String text) throws IOException {
        socket.getOutputStream().write(text.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
    }

    /** The next line, once it is there. */
    String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = socket.getInputStream().read();
                next >= 0 && next != '\n';
                next = socket.getInputStream().read()) {
            line.append((char) next);
        }
        return line.toString().strip();
    }

    /** Whether the server has ended the connection, be it in the middle of an answer. */
    boolean isCutOff() {
        try {
            socket.getInputStream().transferTo(OutputStream.nullOutputStream());
            return true;
        } catch (SocketTimeoutException e) {
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    String rest() throws IOException {
        String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return answer.replace("\r\n", "\n").replaceFirst("Date: .*\n", "");
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
