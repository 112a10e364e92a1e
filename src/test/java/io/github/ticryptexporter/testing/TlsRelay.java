package io.github.ticryptexporter.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** Ends TLS before a server of this machine that has none, asks clients for their certificate, and may change its own. */
public final class TlsRelay implements AutoCloseable {

    private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final int target;
    private volatile SSLContext context;

    private TlsRelay(int target, SSLContext context) throws IOException {
        this.target = target;
        this.context = context;
    }

    /** Relays to this port of the loopback address. */
    public static TlsRelay to(int target, SSLContext context) throws IOException {
        TlsRelay relay = new TlsRelay(target, context);
        daemon(relay::accept);
        return relay;
    }

    public int port() {
        return listener.getLocalPort();
    }

    /** Shows another certificate, and trusts others, from the next connection on. */
    public void use(SSLContext other) {
        context = other;
    }

    private void accept() throws IOException {
        while (true) {
            Socket client = listener.accept();
            daemon(() -> relay(client));
        }
    }

    private void relay(Socket client) throws IOException {
        try (SSLSocket secured =
                        (SSLSocket) context.getSocketFactory().createSocket(client, client.getInputStream(), true);
                Socket server = new Socket(InetAddress.getLoopbackAddress(), target)) {
            secured.setUseClientMode(false);
            secured.setNeedClientAuth(true);
            daemon(() -> pump(server, secured));
            pump(secured, server);
        }
    }

    /** Whoever ends first ends the other. */
    private static void pump(Socket from, Socket to) throws IOException {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] buffer = new byte[16 * 1024];
            for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                out.write(buffer, 0, length);
                out.flush();
            }
        }
    }

    /** What may break off, as connections do. */
    @FunctionalInterface
    private interface Work {
        void run() throws IOException;
    }

    private static void daemon(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException e) {
                Thread.currentThread().interrupt();
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
