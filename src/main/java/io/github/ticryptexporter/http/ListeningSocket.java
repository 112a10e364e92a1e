package io.github.ticryptexporter.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.concurrent.Semaphore;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A listening socket with the threads that serve it. */
final class ListeningSocket extends ServerConnector {
    private static final Logger LOG = LoggerFactory.getLogger(ListeningSocket.class);

    private static final int ACCEPTORS = 1;

    /** Scrapes are answered by them, so that two scrapers need not wait for each other. */
    private static final int SELECTORS = 2;

    /** Whoever finds it full tries again a second later. */
    private static final int QUEUE = 1_024;

    /** Each holds one for good. */
    static final int THREADS = ACCEPTORS + SELECTORS;

    private final Semaphore accepting = new Semaphore(1);
    private final InetSocketAddress asked;
    private volatile boolean isLeaving;

    /** @param asked where to listen, at a free port for port 0 */
    ListeningSocket(Server server, InetSocketAddress asked, ConnectionFactory... protocols) {
        super(server, null, null, null, ACCEPTORS, SELECTORS, protocols);
        this.asked = asked;
        setAcceptQueueSize(QUEUE);
    }

    InetSocketAddress asked() {
        return asked;
    }

    /** With the port that was really bound. */
    InetSocketAddress bound() {
        return new InetSocketAddress(getHost(), getLocalPort());
    }

    /** Whether the request came to an address that is given up. */
    static boolean isLeftBy(Request request) {
        return request.getConnectionMetaData().getConnector() instanceof ListeningSocket socket && socket.isLeaving;
    }

    /** Binds; connections wait until it is started. */
    ListeningSocket bind() {
        if (asked.isUnresolved()) {
            throw ListenException.of(asked, new UnknownHostException("the host name is unknown"));
        }
        setHost(asked.getAddress().getHostAddress());
        setPort(asked.getPort());
        try {
            open();
            return this;
        } catch (IOException | RuntimeException e) {
            throw ListenException.of(asked, e);
        }
    }

    /** Serves beside the others of a server that runs already. */
    void serve() {
        JettySetup.makeRoom(getServer(), 1);
        getServer().addConnector(this);
        try {
            start();
        } catch (Exception e) {
            throw new IllegalStateException("cannot serve " + asked, e);
        }
    }

    @Override
    public void accept(int acceptor) throws IOException {
        accepting.acquireUninterruptibly();
        try {
            super.accept(acceptor);
        } finally {
            accepting.release();
        }
    }

    /** The system holds the port until whoever waits for a connection is awake. */
    @Override
    public void close() {
        super.close();
        accepting.acquireUninterruptibly();
        accepting.release();
    }

    /**
     * Closing the socket wakes who accepts; an interruption may come so late that it meets the next work of that thread,
     * which is to accept for another listener, and would close that one's socket.
     */
    @Override
    protected void interruptAcceptors() {
        close();
    }

    /** Takes nobody in any more, and no request. */
    void giveUp() {
        isLeaving = true;
        close();
    }

    /** Stops when the answers in flight are gone. */
    void leave() {
        giveUp();
        var unused = shutdown().thenRunAsync(this::leaveNow, getServer().getThreadPool());
    }

    private void leaveNow() {
        try {
            stop();
            getServer().removeConnector(this);
            JettySetup.makeRoom(getServer(), -1);
        } catch (Exception e) {
            LOG.debug("a listener did not stop", e);
        }
    }
}
