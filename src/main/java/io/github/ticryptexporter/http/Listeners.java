package io.github.ticryptexporter.http;

import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The listening sockets, in the order of their addresses. */
final class Listeners {
    private static final long IDLE_TIMEOUT_IN_DRAIN_MILLIS = 1_000;

    private volatile List<ListeningSocket> listeners = List.of();

    /** Adds one that is bound. */
    void add(ListeningSocket listener) {
        List<ListeningSocket> more = new ArrayList<>(listeners);
        more.add(listener);
        listeners = List.copyOf(more);
    }

    /**
     * Listens on these addresses and no others; answers in flight on an address that goes are finished.
     *
     * @param maker makes a listener that is not bound yet
     * @param meanwhile runs when all are bound, the new ones take nobody in yet and those that go take nobody in any more
     * @throws ListenException if one cannot be bound; all are as before then
     */
    void move(
            List<InetSocketAddress> addresses, Function<InetSocketAddress, ListeningSocket> maker, Runnable meanwhile) {
        List<ListeningSocket> going = new ArrayList<>(listeners);
        List<Optional<ListeningSocket>> staying =
                addresses.stream().map(address -> take(going, address)).toList();
        List<InetSocketAddress> missing = new ArrayList<>(addresses);
        staying.forEach(listener -> listener.ifPresent(kept -> missing.remove(kept.asked())));
        Deque<ListeningSocket> coming = bindAll(missing.stream().map(maker).toList(), going, maker);
        going.forEach(ListeningSocket::giveUp);
        meanwhile.run();
        coming.forEach(ListeningSocket::serve);
        listeners = staying.stream()
                .map(listener -> listener.orElseGet(coming::removeFirst))
                .toList();
        going.forEach(ListeningSocket::leave);
    }

    private static Optional<ListeningSocket> take(List<ListeningSocket> from, InetSocketAddress asked) {
        Optional<ListeningSocket> found =
                from.stream().filter(listener -> listener.asked().equals(asked)).findFirst();
        found.ifPresent(from::remove);
        return found;
    }

    private Deque<ListeningSocket> bindAll(
            List<ListeningSocket> coming,
            List<ListeningSocket> going,
            Function<InetSocketAddress, ListeningSocket> maker) {
        try {
            coming.forEach(listener -> bindInPlaceOf(going, listener));
            return new ArrayDeque<>(coming);
        } catch (ListenException e) {
            coming.forEach(ListeningSocket::close);
            listeners = listeners.stream()
                    .map(listener -> listener.isOpen() ? listener : again(listener, maker))
                    .toList();
            throw e;
        }
    }

    /** Every interface and a single one cannot be bound side by side on one port: the one that goes makes room first. */
    private static void bindInPlaceOf(List<ListeningSocket> going, ListeningSocket listener) {
        try {
            listener.bind();
        } catch (ListenException e) {
            List<ListeningSocket> inTheWay = going.stream()
                    .filter(other -> other.asked().getPort() == listener.asked().getPort() && other.isOpen())
                    .toList();
            if (inTheWay.isEmpty()) {
                throw e;
            }
            inTheWay.forEach(ListeningSocket::close);
            listener.bind();
        }
    }

    /** A listener whose socket was closed accepts no more, so that another takes its place. */
    private static ListeningSocket again(ListeningSocket closed, Function<InetSocketAddress, ListeningSocket> maker) {
        ListeningSocket again = maker.apply(closed.asked()).bind();
        again.serve();
        closed.leave();
        return again;
    }

    /** With the ports that were really bound. */
    List<InetSocketAddress> addresses() {
        return listeners.stream().map(ListeningSocket::bound).toList();
    }

    /** Jetty hurries the connections that it knows at the stop, but not one that is just being accepted. */
    void hurryIdleConnections() {
        listeners.forEach(listener -> listener.setIdleTimeout(IDLE_TIMEOUT_IN_DRAIN_MILLIS));
    }

    void close() {
        listeners.forEach(ListeningSocket::close);
        listeners = List.of();
    }
}
