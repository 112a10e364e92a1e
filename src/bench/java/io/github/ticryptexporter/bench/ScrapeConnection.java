package io.github.ticryptexporter.bench;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import javax.net.SocketFactory;

/** One connection that is kept, for scrapes with gzip; costs this process as little as can be. */
final class ScrapeConnection implements AutoCloseable {

    private static final String LENGTH = "content-length:";
    private static final int TIMEOUT_MILLIS = 60_000;

    private final Socket socket;
    private final InputStream in;
    private final byte[] request;

    private ScrapeConnection(Socket socket, byte[] request) throws IOException {
        this.socket = socket;
        this.in = new BufferedInputStream(socket.getInputStream(), 64 * 1024);
        this.request = request;
    }

    /** @throws IOException when nobody listens yet */
    static ScrapeConnection to(URI address) throws IOException {
        return to(address, SocketFactory.getDefault(), "Accept-Language: en");
    }

    /** @param header one more, such as that of credentials */
    static ScrapeConnection to(URI address, SocketFactory sockets, String header) throws IOException {
        Socket socket = sockets.createSocket();
        try {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(TIMEOUT_MILLIS);
            socket.connect(new InetSocketAddress(address.getHost(), address.getPort()));
            return new ScrapeConnection(socket, request(address, header));
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    private static byte[] request(URI address, String header) {
        return """
                GET %s HTTP/1.1\r
                Host: %s\r
                Accept: text/plain;version=0.0.4\r
                Accept-Encoding: gzip\r
                %s\r
                \r
                """.formatted(address.getPath(), address.getAuthority(), header).getBytes(StandardCharsets.US_ASCII);
    }

    /**
     * Asks once and reads the answer to its last byte.
     *
     * @throws IOException when the answer is not 200
     */
    void scrape() throws IOException {
        socket.getOutputStream().write(request);
        String status = line();
        if (!status.startsWith("HTTP/1.1 200")) {
            throw new IOException("expected 200, but was " + status);
        }
        long length = 0;
        for (String header = line(); !header.isEmpty(); header = line()) {
            if (header.toLowerCase(Locale.ROOT).startsWith(LENGTH)) {
                length = Long.parseLong(header.substring(LENGTH.length()).strip());
            }
        }
        in.skipNBytes(length);
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("expected an answer, but the connection was closed");
            }
            line.append((char) c);
        }
        return line.substring(0, line.length() - 1);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
