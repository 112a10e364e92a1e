package io.github.ticryptexporter.poll;

import io.github.ticryptexporter.api.ApiResult;
import io.github.ticryptexporter.api.FleetApi;
import io.github.ticryptexporter.fleet.Api;
import io.github.ticryptexporter.fleet.FleetSnapshot;
import io.github.ticryptexporter.fleet.SourceId;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the snapshot current: reads what is due, one request at a time, and publishes after every attempt and at every
 * moment at which data goes stale.
 *
 * <p>The thread {@code poll} reads, the thread {@code publish} publishes; publishes that pile up while one is being
 * rendered are merged into one. The lock guards {@link PollState} and is never held while a request
 * or a publish runs. {@link OneCycle} and tests drive {@link #prepare}, {@link #readNext} and {@link #publishIfChanged}.
 */
public final class Poller implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Poller.class);

    /** How often a token file is looked at while its token is rejected. */
    private static final long TOKEN_WATCH_NANOS = TimeUnit.SECONDS.toNanos(1);

    private volatile FleetApi api;
    private final LongSupplier ticker;
    private final Consumer<FleetSnapshot> publisher;
    private final EdgeLog log;

    private final Lock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final PollState state;
    private final Thread pollThread = new Thread(this::pollUntilClosed, "poll");
    private final Thread publishThread = new Thread(this::publishUntilClosed, "publish");

    private volatile boolean closed;
    private long publishesBegun;
    private long publishesEnded;
    private volatile boolean ready;

    /**
     * @param configured the routes that can be read, for there is a token or a key
     * @param publisher takes every snapshot to be exposed, one after the other
     * @param ticker nanoseconds that never go back, as {@link System#nanoTime}
     */
    public Poller(
            PollSettings settings,
            Set<Api> configured,
            FleetApi api,
            Consumer<FleetSnapshot> publisher,
            LongSupplier ticker,
            RandomGenerator jitter) {
        this(settings, configured, api, publisher, ticker, jitter, new EdgeLog(true));
    }

    Poller(
            PollSettings settings,
            Set<Api> configured,
            FleetApi api,
            Consumer<FleetSnapshot> publisher,
            LongSupplier ticker,
            RandomGenerator jitter,
            EdgeLog log) {
        this.api = api;
        this.ticker = ticker;
        this.publisher = publisher;
        this.log = log;
        this.state = new PollState(settings, configured, ticker, jitter, log);
    }

    /** Publishes that nothing is known yet of what is going to be read, so that the first scrape finds all of it at 0. */
    public void publishFirst() {
        prepare();
        publishIfChanged();
    }

    /** Starts both threads, after {@link #publishFirst}. */
    public void start() {
        pollThread.start();
        publishThread.start();
    }

    /** Makes every source due. */
    void prepare() {
        change(state::begin);
    }

    /** Has what is known published once more, since something else changed than what is known. */
    public void publishAgain() {
        change(state::publishAgain);
    }

    /**
     * Obeys other settings. What is known stays, but for what is read no more; what was asked for before and is answered later
     * is asked for again. Returns when what follows is published, so that whoever lowered the privacy level may believe it.
     *
     * @param other the same object as before, when servers are reached as before; another has every source read at once
     */
    public void obey(PollSettings settings, Set<Api> configured, FleetApi other) {
        lock.lock();
        try {
            state.obey(settings, configured);
            if (other != api) {
                api = other;
                state.begin();
            }
            changed.signalAll();
            awaitPublish(publishesBegun + 1);
        } finally {
            lock.unlock();
        }
    }

    /** Waits, where somebody publishes, until as many publishes have ended, be it badly. */
    private void awaitPublish(long number) {
        while (!closed && publishThread.isAlive() && publishesEnded < number) {
            changed.awaitUninterruptibly();
        }
    }

    /** Forgets what is known, for it is about another site than what will be read from now on. */
    public void forget() {
        change(state::forget);
    }

    /** How long until each source is due, zero where it is; look-ups with nothing to ask for are left out. */
    public Map<SourceId, Duration> untilNextTry() {
        return guarded(state::untilNextTry);
    }

    /** Whether what every source first answered, or failed to, is published; never false again once true. */
    public boolean isReady() {
        return ready;
    }

    /** Ends both threads, the request in flight included, and waits for them. */
    @Override
    public void close() {
        change(() -> closed = true);
        pollThread.interrupt();
        join(pollThread);
        join(publishThread);
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void pollUntilClosed() {
        try {
            while (awaitDue()) {
                readNext();
            }
        } catch (InterruptedException e) {
            LOG.debug("poll thread ends");
        }
    }

    private void publishUntilClosed() {
        try {
            while (awaitChange()) {
                publishIfChanged();
            }
        } catch (InterruptedException e) {
            LOG.debug("publish thread ends");
        }
    }

    /** Waits until a source is due; false when closed. */
    private boolean awaitDue() throws InterruptedException {
        while (!awaitDueOrSecond()) {
            tryNewTokens();
        }
        return !closed;
    }

    /** Waits until a source is due or the poller is closed; gives up, with false, after a second while a token is rejected. */
    private boolean awaitDueOrSecond() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (!closed && state.next().isEmpty()) {
                boolean watching = !state.rejected().isEmpty();
                long wait = state.untilDue();
                if (changed.awaitNanos(watching ? Math.min(wait, TOKEN_WATCH_NANOS) : wait) <= 0 && watching) {
                    return false;
                }
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Makes due what a rejected token holds up, where there is another to try. Reads files, and holds no lock meanwhile. */
    void tryNewTokens() {
        for (SourceId source : guarded(state::rejected)) {
            if (api.hasNewToken(source)) {
                change(() -> state.hurry(source));
            }
        }
    }

    /** Waits until there is something to publish; false when closed. */
    private boolean awaitChange() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            for (long wait = state.untilPublish(); !closed && wait > 0; wait = state.untilPublish()) {
                changed.awaitNanos(wait);
            }
            return !closed;
        } finally {
            lock.unlock();
        }
    }

    /** Reads the one source whose turn it is; false when none is due. */
    boolean readNext() throws InterruptedException {
        FleetApi asked = api;
        Optional<PollState.Request> next = guarded(state::next);
        if (next.isEmpty()) {
            return false;
        }
        PollState.Request request = next.get();
        long startedAt = ticker.getAsLong();
        String id = request.objectId();
        ApiResult<?> result = id == null
                ? asked.read(request.source())
                : asked.lookUp(request.source().api(), id);
        change(() -> {
            if (asked == api) {
                state.attempted(request, result, startedAt);
            }
        });
        return true;
    }

    /** Publishes the current snapshot, stale data left out, unless nothing changed since the last time. */
    void publishIfChanged() {
        guarded(this::nextPublication).ifPresent(this::publish);
    }

    private Optional<PollState.Publication> nextPublication() {
        Optional<PollState.Publication> publication = state.toPublish();
        publishesBegun += publication.isPresent() ? 1 : 0;
        return publication;
    }

    private void publish(PollState.Publication publication) {
        try {
            publisher.accept(publication.snapshot());
            log.published();
            ready = ready || publication.isComplete();
        } catch (RuntimeException e) {
            log.publishFailed(e);
        } finally {
            change(() -> publishesEnded++);
        }
    }

    /** Asks under the lock. */
    private <T> T guarded(Supplier<T> question) {
        lock.lock();
        try {
            return question.get();
        } finally {
            lock.unlock();
        }
    }

    /** Changes something under the lock, and wakes whoever waits for that. */
    private void change(Runnable change) {
        lock.lock();
        try {
            change.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
