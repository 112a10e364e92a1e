package io.github.ticryptexporter.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How often a hash is computed, for whom, and what happens when many want one. */
final class PasswordChecksTest {
    private static final PasswordHash CHEAP = hash("04");
    private static final PasswordHash DEAR = hash("12");
    private static final Map<String, PasswordHash> USERS = Map.of("scraper", CHEAP, "ops", DEAR);

    /** Of each check, in order. */
    private final Queue<PasswordHash> checked = new ConcurrentLinkedQueue<>();

    private volatile boolean isChecking;
    private volatile CountDownLatch mayCheck = new CountDownLatch(0);
    private final PasswordChecks checks = new PasswordChecks(this::check);

    private boolean check(PasswordHash hash, byte[] password) {
        isChecking = mayCheck.getCount() > 0;
        try {
            mayCheck.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        checked.add(hash);
        return password.length == 1;
    }

    @AfterEach
    void close() {
        mayCheck.countDown();
        checks.close();
    }

    @Test
    void eachAnswerIsRememberedBeItGoodOrBad() {
        for (int i = 0; i < 3; i++) {
            assertEquals(Verdict.WELCOME, verdict("scraper", "r"));
            assertEquals(Verdict.WRONG_CREDENTIALS, verdict("scraper", "wrong"));
        }
        assertEquals(List.of(CHEAP, CHEAP), List.copyOf(checked));
    }

    @Test
    void anUnknownUserCostsTheCheckOfAKnownOneAndTheSameOneEachTime() {
        Set<Integer> costs = new TreeSet<>();
        for (int i = 0; i < 64; i++) {
            checked.clear();
            assertEquals(Verdict.WRONG_CREDENTIALS, verdict("nobody-" + i, "r"));
            assertEquals(Verdict.WRONG_CREDENTIALS, verdict("nobody-" + i, "s"));
            List<PasswordHash> both = List.copyOf(checked);
            assertEquals(2, both.size());
            assertEquals(both.get(0), both.get(1));
            costs.add(both.get(0).cost());
        }
        assertEquals(Set.of(4, 12), costs);
    }

    @Test
    void aChangedHashIsCheckedAnewAndARemovedUserIsUnknown() {
        assertEquals(Verdict.WELCOME, verdict("scraper", "r"));

        assertEquals(Verdict.WELCOME, verdict(Map.of("scraper", DEAR), "scraper", "r"));
        assertEquals(Verdict.WRONG_CREDENTIALS, verdict(Map.of("ops", DEAR), "scraper", "r"));

        assertEquals(List.of(CHEAP, DEAR, DEAR), List.copyOf(checked));
    }

    @Test
    void aFloodOfGuessesMakesNoGoodPasswordForgotten() {
        assertEquals(Verdict.WELCOME, verdict("scraper", "r"));
        for (int i = 0; i < 3_000; i++) {
            verdict("scraper", "guess-" + i);
        }
        checked.clear();

        assertEquals(Verdict.WELCOME, verdict("scraper", "r"));
        assertEquals(List.of(), List.copyOf(checked));
    }

    @Test
    void fewWaitAndFewerOfOneAddressAndWhatIsKnownWaitsForNobody() {
        assertEquals(Verdict.WELCOME, verdict("scraper", "r"));
        mayCheck = new CountDownLatch(1);
        List<CompletableFuture<Verdict>> waiting = new ArrayList<>(List.of(later("first", "192.0.2.200")));
        Awaitility.await().until(() -> isChecking);
        for (int address = 0; waiting.size() <= PasswordChecks.WAITING; address++) {
            for (int i = 0; i < PasswordChecks.WAITING_OF_ONE_ADDRESS; i++) {
                waiting.add(later("guess-" + address + "-" + i, "192.0.2." + address));
            }
            assertEquals(
                    Verdict.UNDECIDED, later("one more", "192.0.2." + address).getNow(Verdict.WELCOME));
        }

        assertTrue(waiting.stream().noneMatch(CompletableFuture::isDone));
        assertEquals(Verdict.UNDECIDED, later("late", "192.0.2.201").getNow(Verdict.WELCOME));
        assertEquals(Verdict.WELCOME, verdict("scraper", "r"));

        mayCheck.countDown();
        assertTrue(waiting.stream().allMatch(verdict -> verdict.join() == Verdict.WRONG_CREDENTIALS));
        assertEquals(Verdict.WRONG_CREDENTIALS, verdict("scraper", "late"));
    }

    @Test
    void theSameQuestionIsAskedOnceHoweverManyWaitForTheAnswer() {
        mayCheck = new CountDownLatch(1);
        List<CompletableFuture<Verdict>> waiting = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            waiting.add(later("r", "192.0.2.1"));
        }
        mayCheck.countDown();

        assertTrue(waiting.stream().allMatch(verdict -> verdict.join() == Verdict.WELCOME));
        assertEquals(1, checked.size());
    }

    private Verdict verdict(String user, String password) {
        return verdict(USERS, user, password);
    }

    private Verdict verdict(Map<String, PasswordHash> users, String user, String password) {
        return ask(users, new Credentials.Basic(user, password), "192.0.2.250").join();
    }

    private CompletableFuture<Verdict> later(String password, String address) {
        return ask(USERS, new Credentials.Basic("scraper", password), address);
    }

    private CompletableFuture<Verdict> ask(Map<String, PasswordHash> users, Credentials.Basic basic, String address) {
        CompletableFuture<Verdict> verdict = new CompletableFuture<>();
        checks.check(users, new Authenticator.Attempt(basic, address), verdict::complete);
        return verdict;
    }

    private static PasswordHash hash(String cost) {
        return new PasswordHash("$2y$" + cost + "$abcdefghijklmnopqrstuubzadhGtS2zEF.gu0yd0opP6cVzb.e0i");
    }
}
