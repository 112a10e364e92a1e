package io.github.ticryptexporter.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ticryptexporter.api.ApiResult;
import io.github.ticryptexporter.fleet.IdentityUser;
import io.github.ticryptexporter.identity.FakeProvider.Answer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** MonoCloud's pages: all of them are one attempt, and a list that does not end as it should is no list. */
class PagesTest {

    private static final String UNREADABLE = "malformed: GET /api/users:"
            + " expected a JSON object with has_next in the header X-Pagination, but was something else";
    private static final String NO_PROGRESS = "malformed: GET /api/users:"
            + " expected accounts not met before, since more pages are announced, but was a page without any";

    @Test
    void pagesMakeOneListInTheirOrder() throws Exception {
        try (FakeProvider provider = pages(Answer.page(true, "a", "b"), Answer.page(true, "c"), Answer.page(false))) {
            assertEquals(List.of("a", "b", "c"), reads(provider).ids());
            assertEquals(3, provider.requests().size());
        }
    }

    @Test
    void theBytesOfAllPagesAreAdded() throws Exception {
        Answer first = Answer.page(true, "a");
        Answer second = Answer.page(false, "b", "c");
        try (FakeProvider provider = pages(first, second)) {
            ApiResult.Ok<IdentityUser> ok = ok(reads(provider));
            assertEquals(first.body().length() + second.body().length(), ok.bytes());
        }
    }

    @Test
    void anAccountThatMovedToTheNextPageMeanwhileCountsOnce() throws Exception {
        try (FakeProvider provider = pages(Answer.page(true, "a", "b"), Answer.page(false, "b", "c"))) {
            assertEquals("ok: 3 accounts, {DUPLICATE_ID=1}", reads(provider).outcome());
        }
    }

    @Test
    void withoutTheHeaderPagesAreAskedForUntilOneBringsNothing() throws Exception {
        try (FakeProvider provider = pages(
                Answer.json(FakeProvider.monoCloudUsers("a", "b")),
                Answer.json(FakeProvider.monoCloudUsers("c")),
                Answer.json("[]"))) {
            assertEquals(List.of("a", "b", "c"), reads(provider).ids());
        }
    }

    @Test
    void aServerThatKnowsNoPagesHasAskedForEverythingTwice() throws Exception {
        try (FakeProvider provider =
                FakeProvider.answering(request -> Answer.json(FakeProvider.monoCloudUsers("a", "b")))) {
            ApiResult.Ok<IdentityUser> ok = ok(reads(provider));
            assertEquals(
                    List.of("a", "b"), ok.items().stream().map(IdentityUser::id).toList());
            assertEquals(2, provider.requests().size());
            assertEquals(Map.of(), ok.anomalies());
            assertEquals(FakeProvider.monoCloudUsers("a", "b").length(), ok.bytes());
        }
    }

    @Test
    void noAccountsAreNoAccounts() throws Exception {
        try (FakeProvider provider = pages(Answer.page(false))) {
            assertEquals("ok: 0 accounts, {}", reads(provider).outcome());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yes",
                "{}",
                "[]",
                "[true]",
                "{\"has_next\":",
                "{\"has_next\":null}",
                "{\"has_next\":\"false\"}",
                "{\"has_next\":0}",
                "{\"page\":{\"has_next\":false}}",
                "{\"total_count\":1}"
            })
    void aHeaderThatCannotBeReadIsMalformed(String header) throws Exception {
        Answer page = Answer.json(FakeProvider.monoCloudUsers("a"));
        try (FakeProvider provider = pages(page.with("X-Pagination", header))) {
            assertEquals(UNREADABLE, reads(provider).outcome());
        }
    }

    @Test
    void whatElseTheHeaderHoldsDoesNotMatter() throws Exception {
        Answer page = Answer.json(FakeProvider.monoCloudUsers("a"))
                .with("X-Pagination", "{\"x\":{\"has_next\":true},\"y\":[1,{}],\"has_next\":false,\"current_page\":7}");
        try (FakeProvider provider = pages(page)) {
            assertEquals("ok: 1 accounts, {}", reads(provider).outcome());
        }
    }

    @Test
    void aServerThatGivesTheSamePageForEverIsMalformed() throws Exception {
        try (FakeProvider provider = FakeProvider.answering(request -> Answer.page(true, "a", "b"))) {
            assertEquals(NO_PROGRESS, reads(provider).outcome());
            assertEquals(2, provider.requests().size());
        }
    }

    @Test
    void anEmptyPageWithMoreBehindItIsMalformed() throws Exception {
        try (FakeProvider provider = pages(Answer.page(true, "a"), Answer.page(true), Answer.page(false, "b"))) {
            assertEquals(NO_PROGRESS, reads(provider).outcome());
        }
    }

    @Test
    void pagesThatNeverEndAreGivenUp() throws Exception {
        try (FakeProvider provider = FakeProvider.answering(request -> Answer.page(true, "account-" + request))) {
            assertEquals(
                    "too_large: GET /api/users: expected at most 500 pages, but there are more",
                    reads(provider).outcome());
            assertEquals(500, provider.requests().size());
        }
    }

    @Test
    void theCapOnBytesIsOnAllPagesTogether() throws Exception {
        Answer page = Answer.page(true, "a");
        long allowed = page.body().length() * 3L;
        try (FakeProvider provider = FakeProvider.answering(request -> Answer.page(true, "abcd".substring(request)))) {
            assertEquals(
                    "too_large: GET /api/users: expected at most " + allowed
                            + " bytes, but there are more; raise ticrypt.max-response-bytes if the site is that large",
                    reads(provider).upTo(allowed).outcome());
        }
    }

    @Test
    void theDeadlineIsOnAllPagesTogether() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        try (FakeProvider provider = FakeProvider.answering(request -> secondHangs(request, over))) {
            ApiResult<IdentityUser> result =
                    reads(provider).within(Duration.ofMillis(300)).result();
            over.countDown();
            ApiResult.Failed<?> failed = assertInstanceOf(ApiResult.Failed.class, result);
            assertEquals("GET /api/users: no whole answer within 300 ms", failed.message());
            assertNull(failed.exchange().status());
            assertTrue(failed.exchange().took().compareTo(Duration.ofMillis(300)) >= 0);
        }
    }

    private static Answer secondHangs(int request, CountDownLatch until) {
        try {
            assertTrue(request == 1 || until.await(30, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Answer.page(true, "account-" + request);
    }

    @Test
    void aPageThatFailsFailsTheList() throws Exception {
        Answer broken = new Answer(500, Map.of(), "{\"title\":\"" + ProviderReads.PERSON + "\"}");
        try (FakeProvider provider = pages(Answer.page(true, "a"), broken)) {
            assertEquals(
                    "server_error: GET /api/users: expected 200, but was 500",
                    reads(provider).outcome());
        }
    }

    @Test
    void aPageThatIsNoListFailsTheList() throws Exception {
        try (FakeProvider provider =
                pages(Answer.page(true, "a"), Answer.json("<html>" + ProviderReads.PERSON + "</html>"))) {
            assertEquals(
                    "malformed: GET /api/users: expected JSON in UTF-8, but it is broken from the start, as when a login"
                            + " or maintenance page answers instead",
                    reads(provider).outcome());
        }
    }

    private static FakeProvider pages(Answer... pages) throws Exception {
        IntFunction<Answer> byRequest = request -> pages[request - 1];
        return FakeProvider.answering(byRequest);
    }

    private static ProviderReads reads(FakeProvider provider) {
        return ProviderReads.monoCloud(provider.uri());
    }

    private static ApiResult.Ok<IdentityUser> ok(ProviderReads reads) throws Exception {
        return (ApiResult.Ok<IdentityUser>) reads.result();
    }
}
