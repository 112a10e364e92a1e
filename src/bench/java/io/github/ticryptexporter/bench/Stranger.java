package io.github.ticryptexporter.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import javax.net.SocketFactory;

/** Ways in which a connection can be a nuisance. */
enum Stranger {
    SILENT(false),
    GARBAGE(false),
    HALF_HANDSHAKE(false),
    NO_CREDENTIALS(true),
    GUESSING(true),
    DRIPPING(true),
    NEVER_READING(true);

    private static final int TIMEOUT_MILLIS = 2_000;
    private static final long SECOND_NANOS = 1_000_000_000L;
    private static final byte[] HELLO_BEGINS = {22, 3, 1, 1, 64, 1, 0, 1, 60, 3, 3};

    private final boolean isWithinTls;

    Stranger(boolean isWithinTls) {
        this.isWithinTls = isWithinTls;
    }

    /** One connection, until the server ends it or a dozen seconds have passed. */
    void visit(InetSocketAddress server, SocketFactory tls, Random random) {
        try (Socket socket = (isWithinTls ? tls : SocketFactory.getDefault()).createSocket()) {
            socket.setSoTimeout(TIMEOUT_MILLIS);
            socket.connect(server, TIMEOUT_MILLIS);
            long end = System.nanoTime() + 12 * SECOND_NANOS;
            while (System.nanoTime() < end) {
                misbehave(socket, random);
            }
        } catch (IOException e) {
            // The server has had enough, which is what it is asked for.
            LockSupport.parkNanos(random.nextLong(SECOND_NANOS));
        }
    }

    private void misbehave(Socket socket, Random random) throws IOException {
        OutputStream out = socket.getOutputStream();
        switch (this) {
            case SILENT -> read(socket);
            case GARBAGE -> {
                byte[] garbage = new byte[200];
                random.nextBytes(garbage);
                out.write(garbage);
                read(socket);
            }
            case HALF_HANDSHAKE -> {
                out.write(HELLO_BEGINS);
                read(socket);
            }
            case NO_CREDENTIALS -> {
                out.write(request(""));
                read(socket);
                LockSupport.parkNanos(SECOND_NANOS / 2);
            }
            case GUESSING -> {
                out.write(request(SecureDaemon.basic("scraper:" + random.nextLong()) + "\r\n"));
                read(socket);
                LockSupport.parkNanos(SECOND_NANOS / 2);
            }
            case DRIPPING -> {
                out.write('G');
                LockSupport.parkNanos(SECOND_NANOS);
            }
            case NEVER_READING -> {
                out.write(request(""));
                LockSupport.parkNanos(SECOND_NANOS / 10);
            }
        }
    }

    private static byte[] request(String header) {
        return ("GET /metrics HTTP/1.1\r\nHost: x\r\n" + header + "\r\n").getBytes(StandardCharsets.US_ASCII);
    }

    private static void read(Socket socket) throws IOException {
        if (socket.getInputStream().read(new byte[4096]) < 0) {
            throw new IOException("closed");
        }
    }
}
