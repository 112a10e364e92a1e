package io.github.ticryptexporter.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The listening sockets, in the order of their addresses. */
final class Listeners {
    private static final Logger LOG = LoggerFactory.getLogger(Listeners.class);
    private static final long IDLE_TIMEOUT_IN_DRAIN_MILLIS = 1_000;

    private final Function<Server, ServerConnector> factory;
    private volatile List<Listener> listeners = List.of();

    /** @param asked the address that was asked for, whose port may be 0 */
    private record Listener(InetSocketAddress asked, ServerConnector connector) {
        InetSocketAddress bound() {
            return new InetSocketAddress(connector.getHost(), connector.getLocalPort());
        }

        void closeSocket() {
            connector.close();
        }
    }

    /** @param factory makes connectors that are not bound yet */
    Listeners(Function<Server, ServerConnector> factory) {
        this.factory = factory;
    }

    /** Binds one more before Jetty starts, so that a failure names its address and leaves no thread behind. */
    ServerConnector open(Server server, InetSocketAddress address) {
        Listener listener = bind(server, address);
        List<Listener> more = new ArrayList<>(listeners);
        more.add(listener);
        listeners = List.copyOf(more);
        return listener.connector();
    }

    private Listener bind(Server server, InetSocketAddress address) {
        if (address.isUnresolved()) {
            throw ListenException.of(address, new UnknownHostException("the host name is unknown"));
        }
        ServerConnector connector = factory.apply(server);
        connector.setHost(address.getAddress().getHostAddress());
        connector.setPort(address.getPort());
        try {
            connector.open();
        } catch (IOException | RuntimeException e) {
            throw ListenException.of(address, e);
        }
        return new Listener(address, connector);
    }

    /**
     * Listens on these addresses and no others; answers in flight on an address that goes are finished.
     *
     * @param meanwhile runs when all are bound, the new ones take nobody in yet and those that go take nobody in any more
     * @throws ListenException if one cannot be bound; all are as before then
     */
    void move(Server server, List<InetSocketAddress> addresses, Runnable meanwhile) {
        List<Listener> going = new ArrayList<>(listeners);
        List<Optional<Listener>> staying =
                addresses.stream().map(address -> take(going, address)).toList();
        List<InetSocketAddress> missing = new ArrayList<>(addresses);
        staying.forEach(listener -> listener.ifPresent(kept -> missing.remove(kept.asked())));
        Deque<Listener> coming = new ArrayDeque<>(bindAll(server, missing, going));
        going.forEach(Listener::closeSocket);
        meanwhile.run();
        coming.forEach(listener -> join(server, listener.connector()));
        listeners = staying.stream()
                .map(listener -> listener.orElseGet(coming::removeFirst))
                .toList();
        going.forEach(listener -> leave(server, listener.connector()));
    }

    private static Optional<Listener> take(List<Listener> from, InetSocketAddress asked) {
        Optional<Listener> found =
                from.stream().filter(listener -> listener.asked().equals(asked)).findFirst();
        found.ifPresent(from::remove);
        return found;
    }

    private List<Listener> bindAll(Server server, List<InetSocketAddress> addresses, List<Listener> going) {
        List<Listener> bound = new ArrayList<>();
        try {
            addresses.forEach(address -> bound.add(bindInPlaceOf(going, server, address)));
            return bound;
        } catch (ListenException e) {
            bound.forEach(Listener::closeSocket);
            listeners = listeners.stream()
                    .map(listener -> listener.connector().isOpen() ? listener : reopened(server, listener))
                    .toList();
            throw e;
        }
    }

    /** Every interface and a single one cannot be bound side by side on one port: the one that goes makes room first. */
    private Listener bindInPlaceOf(List<Listener> going, Server server, InetSocketAddress address) {
        try {
            return bind(server, address);
        } catch (ListenException e) {
            List<Listener> inTheWay = going.stream()
                    .filter(listener -> listener.asked().getPort() == address.getPort())
                    .filter(listener -> listener.connector().isOpen())
                    .toList();
            if (inTheWay.isEmpty()) {
                throw e;
            }
            inTheWay.forEach(Listener::closeSocket);
            return bind(server, address);
        }
    }

    /** A connector whose socket was closed accepts no more, so that another takes its place. */
    private Listener reopened(Server server, Listener closed) {
        Listener again = bind(server, closed.asked());
        join(server, again.connector());
        leave(server, closed.connector());
        return again;
    }

    private static void join(Server server, ServerConnector connector) {
        JettySetup.makeRoom(server, 1);
        server.addConnector(connector);
        try {
            connector.start();
        } catch (Exception e) {
            throw new IllegalStateException("cannot serve " + connector.getHost(), e);
        }
    }

    /** Its threads go when its last connection has. */
    @SuppressWarnings("FutureReturnValueIgnored")
    private static void leave(Server server, ServerConnector connector) {
        CompletableFuture<Void> empty = connector.shutdown();
        empty.whenComplete((done, failure) -> server.getThreadPool().execute(() -> stop(server, connector)));
    }

    private static void stop(Server server, ServerConnector connector) {
        try {
            connector.stop();
            server.removeConnector(connector);
            JettySetup.makeRoom(server, -1);
        } catch (Exception e) {
            LOG.debug("a listener did not stop", e);
        }
    }

    /** With the ports that were really bound. */
    List<InetSocketAddress> addresses() {
        return listeners.stream().map(Listener::bound).toList();
    }

    /** Jetty hurries the connections that it knows at the stop, but not one that is just being accepted. */
    void hurryIdleConnections() {
        listeners.forEach(listener -> listener.connector().setIdleTimeout(IDLE_TIMEOUT_IN_DRAIN_MILLIS));
    }

    void close() {
        listeners.forEach(Listener::closeSocket);
        listeners = List.of();
    }
}
