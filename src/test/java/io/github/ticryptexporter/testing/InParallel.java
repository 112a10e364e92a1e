package io.github.ticryptexporter.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/**
 * Work that is handed out one piece at a time, as many at once as there are processors. A parallel stream would halve the list
 * beforehand, and wait for the half with the long pieces.
 */
public final class InParallel {
    private InParallel() {}

    /** What comes of each, in the same order; they are begun in this order, too. */
    public static <T, R> List<R> map(List<T> pieces, Function<T, R> work) {
        ExecutorService crew = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        try {
            List<Future<R>> begun = pieces.stream()
                    .map(piece -> crew.submit(() -> work.apply(piece)))
                    .toList();
            List<R> results = new ArrayList<>();
            for (Future<R> future : begun) {
                results.add(future.get());
            }
            return results;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for " + pieces.size() + " pieces of work", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            crew.shutdownNow();
        }
    }
}
