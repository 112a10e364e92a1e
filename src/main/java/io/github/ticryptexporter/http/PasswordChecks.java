package io.github.ticryptexporter.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Checks passwords, each at most once: a check is made to take long.
 *
 * <p>One at a time on a thread of its own, and few wait for it, so that guessing takes neither the processors nor the
 * threads of others. What it said is remembered, good and bad apart, so that no flood of guesses makes a scraper's password
 * forgotten. An unknown user costs the check of a known one's hash.
 */
final class PasswordChecks implements AutoCloseable {
    static final int WAITING = 16;
    static final int WAITING_OF_ONE_ADDRESS = 4;
    private static final int REMEMBERED = 1_000;
    private static final Duration REMEMBERED_FOR = Duration.ofHours(1);
    private static final int KEY_BYTES = 32;

    private final BiPredicate<PasswordHash, byte[]> check;
    private final SecretKeySpec key = new SecretKeySpec(random(), "HmacSHA256");
    private final Cache<String, Verdict> good = memory();
    private final Cache<String, Verdict> bad = memory();
    private final Map<String, CompletableFuture<Verdict>> running = new ConcurrentHashMap<>();
    private final Map<String, Integer> waiting = new ConcurrentHashMap<>();
    private final ThreadPoolExecutor worker = new ThreadPoolExecutor(
            1, 1, 1, TimeUnit.MINUTES, new ArrayBlockingQueue<>(WAITING), PasswordChecks::thread);

    PasswordChecks() {
        this(PasswordHash::matches);
    }

    /** @param check whether a password is the one of a hash */
    PasswordChecks(BiPredicate<PasswordHash, byte[]> check) {
        this.check = check;
        worker.allowCoreThreadTimeOut(true);
    }

    private static byte[] random() {
        byte[] bytes = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    private static Cache<String, Verdict> memory() {
        return Caffeine.newBuilder()
                .maximumSize(REMEMBERED)
                .expireAfterAccess(REMEMBERED_FOR)
                .executor(Runnable::run)
                .build();
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "password check");
        thread.setDaemon(true);
        return thread;
    }

    /** What is to be found out; {@code id} is the same for the same question, and tells nobody what it is. */
    private record Question(String id, boolean isUser, PasswordHash hash, String password) {}

    /**
     * Checks the password of a user.
     *
     * @param users by name; at least one
     * @param then is told the verdict: at once when it is known or too many wait, else on the thread that checks
     */
    void check(Map<String, PasswordHash> users, Authenticator.Attempt attempt, Consumer<Verdict> then) {
        Question question = question(users, attempt.basic());
        Optional<Verdict> known = known(question);
        if (known.isPresent()) {
            then.accept(known.get());
        } else {
            CompletableFuture<Verdict> verdict =
                    running.computeIfAbsent(question.id(), unseen -> later(question, attempt.address()));
            var unused = verdict.whenComplete((done, failure) -> running.remove(question.id(), verdict))
                    .exceptionally(failure -> Verdict.UNDECIDED)
                    .thenAccept(then);
        }
    }

    private Question question(Map<String, PasswordHash> users, Credentials.Basic basic) {
        PasswordHash own = users.get(basic.user());
        PasswordHash hash = own == null ? instead(users, basic.user()) : own;
        byte[] user = basic.user().getBytes(StandardCharsets.UTF_8);
        ByteBuffer head = ByteBuffer.allocate(2 * Integer.BYTES)
                .putInt(own == null ? 0 : 1)
                .putInt(user.length);
        byte[] id = mac(
                head.array(),
                hash.bcrypt().getBytes(StandardCharsets.US_ASCII),
                user,
                basic.password().getBytes(StandardCharsets.ISO_8859_1));
        return new Question(HexFormat.of().formatHex(id), own != null, hash, basic.password());
    }

    /** For a name the same each time, so that unknown users take as long as known ones, whose costs may differ. */
    private PasswordHash instead(Map<String, PasswordHash> users, String unknown) {
        int lot = ByteBuffer.wrap(mac(unknown.getBytes(StandardCharsets.UTF_8))).getInt();
        return List.copyOf(users.values()).get(Math.floorMod(lot, users.size()));
    }

    private byte[] mac(byte[]... parts) {
        try {
            Mac mac = Mac.getInstance(key.getAlgorithm());
            mac.init(key);
            for (byte[] part : parts) {
                mac.update(part);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every platform has HMAC with SHA-256", e);
        }
    }

    private Optional<Verdict> known(Question question) {
        Verdict ofGood = good.getIfPresent(question.id());
        return Optional.ofNullable(ofGood == null ? bad.getIfPresent(question.id()) : ofGood);
    }

    private CompletableFuture<Verdict> later(Question question, String address) {
        if (waiting.merge(address, 1, Integer::sum) > WAITING_OF_ONE_ADDRESS) {
            done(address);
            return CompletableFuture.completedFuture(Verdict.UNDECIDED);
        }
        try {
            return CompletableFuture.supplyAsync(() -> decide(question), worker)
                    .whenComplete((verdict, failure) -> done(address));
        } catch (RejectedExecutionException e) {
            done(address);
            return CompletableFuture.completedFuture(Verdict.UNDECIDED);
        }
    }

    private void done(String address) {
        waiting.computeIfPresent(address, (same, number) -> number == 1 ? null : number - 1);
    }

    /** The same question may have been answered while this one waited. */
    private Verdict decide(Question question) {
        return known(question).orElseGet(() -> {
            boolean matches = check.test(question.hash(), question.password().getBytes(StandardCharsets.ISO_8859_1))
                    && question.isUser();
            Verdict verdict = matches ? Verdict.WELCOME : Verdict.WRONG_CREDENTIALS;
            (matches ? good : bad).put(question.id(), verdict);
            return verdict;
        });
    }

    @Override
    public void close() {
        worker.shutdownNow();
    }
}
