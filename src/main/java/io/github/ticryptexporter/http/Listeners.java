package io.github.ticryptexporter.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** The listening sockets, in the order of their addresses; HTTP/1.1 in plain. */
final class Listeners {
    private static final int ACCEPTORS = 1;

    /** Scrapes are answered by them, so that two scrapers need not wait for each other. */
    private static final int SELECTORS = 2;

    private static final long IDLE_TIMEOUT_IN_DRAIN_MILLIS = 1_000;

    private final List<ServerConnector> connectors = new CopyOnWriteArrayList<>();

    /** Binds before Jetty starts, so that a failure names its address and leaves no thread behind. */
    ServerConnector open(Server server, HttpConfiguration http, InetSocketAddress address) {
        if (address.isUnresolved()) {
            throw ListenException.of(address, new UnknownHostException("the host name is unknown"));
        }
        ServerConnector connector =
                new ServerConnector(server, null, null, null, ACCEPTORS, SELECTORS, new HttpConnectionFactory(http));
        connector.setHost(address.getAddress().getHostAddress());
        connector.setPort(address.getPort());
        try {
            connector.open();
        } catch (IOException | RuntimeException e) {
            throw ListenException.of(address, e);
        }
        connectors.add(connector);
        return connector;
    }

    /** With the ports that were really bound. */
    List<InetSocketAddress> addresses() {
        return connectors.stream()
                .map(connector -> new InetSocketAddress(connector.getHost(), connector.getLocalPort()))
                .toList();
    }

    /** Jetty hurries the connections that it knows at the stop, but not one that is just being accepted. */
    void hurryIdleConnections() {
        connectors.forEach(connector -> connector.setIdleTimeout(IDLE_TIMEOUT_IN_DRAIN_MILLIS));
    }

    void close() {
        connectors.forEach(ServerConnector::close);
        connectors.clear();
    }
}
