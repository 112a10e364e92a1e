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
     * @param first runs when all are bound and the new ones take nobody in yet
     * @param meanwhile runs after it, when those that go take nobody in any more
     * @throws ListenException if one cannot be bound; all are as before then, as they are when {@code first} throws
     */
    void move(
            List<InetSocketAddress> addresses,
            Function<InetSocketAddress, ListeningSocket> maker,
            Runnable first,
            Runnable meanwhile) {
        List<ListeningSocket> going = new ArrayList<>(listeners);
        List<Optional<ListeningSocket>> staying =
                addresses.stream().map(address -> take(going, address)).toList();
        List<InetSocketAddress> missing = new ArrayList<>(addresses);
        staying.forEach(listener -> listener.ifPresent(kept -> missing.remove(kept.asked())));
        List<ListeningSocket> missed = missing.stream().map(maker).toList();
        try {
            bindAll(missed, going);
            first.run();
        } catch (RuntimeException e) {
            missed.forEach(ListeningSocket::close);
            reopen(maker);
            throw e;
        }
        Deque<ListeningSocket> coming = new ArrayDeque<>(missed);
        going.forEach(ListeningSocket::giveUp);
        meanwhile.run();
        coming.forEach(ListeningSocket::serve);
        listeners = staying.stream()
                .map(listener -> listener.orElseGet(coming::removeFirst))
                .toList();
        going.forEach(ListeningSocket::leave);
    }

    private static Optional<ListeningSocket> take(List<ListeningSocket> from, InetSocketAddress asked) {
        Optional<ListeningSocket> found = from.stream()
                .filter(listener -> listener.asked().equals(asked) && listener.isOpen())
                .findFirst();
        found.ifPresent(from::remove);
        return found;
    }

    /** First those that nothing is in the way of, so that a port which somebody else has closes no socket of ours. */
    private static void bindAll(List<ListeningSocket> coming, List<ListeningSocket> going) {
        List<ListeningSocket> late = new ArrayList<>();
        for (ListeningSocket listener : coming) {
            try {
                listener.bind();
            } catch (ListenException e) {
                if (inTheWayOf(listener, going).isEmpty()) {
                    throw e;
                }
                late.add(listener);
            }
        }
        late.forEach(listener -> {
            inTheWayOf(listener, going).forEach(ListeningSocket::close);
            listener.bind();
        });
    }

    /** Every interface and a single one cannot be bound side by side on one port: the one that goes makes room. */
    private static List<ListeningSocket> inTheWayOf(ListeningSocket listener, List<ListeningSocket> going) {
        return going.stream()
                .filter(other -> other.asked().getPort() == listener.asked().getPort() && other.isOpen())
                .toList();
    }

    private void reopen(Function<InetSocketAddress, ListeningSocket> maker) {
        listeners = listeners.stream()
                .map(listener -> listener.isOpen() ? listener : again(listener, maker))
                .toList();
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
