package io.github.ticryptexporter.identity;

import io.github.ticryptexporter.api.Advice;
import io.github.ticryptexporter.api.ApiResult;
import io.github.ticryptexporter.api.ApiResult.Ok;
import io.github.ticryptexporter.api.ApiSettings;
import io.github.ticryptexporter.api.Attempt;
import io.github.ticryptexporter.api.Credentials;
import io.github.ticryptexporter.api.Get;
import io.github.ticryptexporter.api.Secret;
import io.github.ticryptexporter.api.Upstream;
import io.github.ticryptexporter.api.UpstreamSettings;
import io.github.ticryptexporter.fleet.FailureReason;
import io.github.ticryptexporter.fleet.IdentityProvider;
import io.github.ticryptexporter.fleet.IdentityUser;
import io.github.ticryptexporter.fleet.SourceId;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the accounts of one provider: GET with the key in its header and nowhere else, page after page. */
final class ProviderClient {

    /** Far more than any organisation fills; what announces more does not know its own end. */
    private static final int MOST_PAGES = 500;

    private static final String NO_PROGRESS =
            "expected accounts not met before, since more pages are announced, but was a page without any";

    private static final String UNREADABLE =
            "expected a JSON object with has_next in the header X-Pagination, but was something else";

    private final ProviderSettings settings;
    private final SourceId source;
    private final Listing listing;
    private final Upstream upstream;
    private final Credentials keys = new Credentials();

    /** @param bounds of which timeouts and sizes hold for providers too */
    ProviderClient(IdentityProvider provider, ProviderSettings settings, ApiSettings bounds, InstantSource clock) {
        this.settings = settings;
        this.source = SourceId.site(provider.api());
        this.listing = Listing.of(provider);
        this.upstream = new Upstream(
                new UpstreamSettings(
                        settings.tls(),
                        settings.proxy(),
                        bounds.connectTimeout(),
                        bounds.requestTimeout(),
                        bounds.maxResponseBytes(),
                        Advice.onProvider("identity." + provider.label())),
                clock);
    }

    ApiResult<IdentityUser> read() throws InterruptedException {
        Attempt<IdentityUser> attempt = upstream.attempt(source, "GET " + listing.path(), listing.form());
        try {
            return upstream.remembered(source, readPages(attempt, keys.forAttempt(source, settings.key())));
        } catch (IOException e) {
            return attempt.failed(FailureReason.UNAUTHORIZED, e.getMessage());
        }
    }

    boolean hasNewKey() {
        return keys.hasNew(source, settings.key());
    }

    private ApiResult<IdentityUser> readPages(Attempt<IdentityUser> attempt, Secret key) throws InterruptedException {
        Ok<IdentityUser> before = null;
        for (int page = 1; page <= MOST_PAGES; page++) {
            ApiResult<IdentityUser> result = attempt.read(get(page, key));
            if (!(result instanceof Ok<IdentityUser> soFar)) {
                return result;
            }
            Optional<ApiResult<IdentityUser>> end = end(attempt, before, soFar);
            if (end.isPresent()) {
                return end.get();
            }
            before = soFar;
        }
        return attempt.failed(FailureReason.TOO_LARGE, "expected at most " + MOST_PAGES + " pages, but there are more");
    }

    /**
     * The result, when the page read last is where the list ends, or where it stops to make sense. A server that knows no pages
     * answers with the same list each time: what is there twice then is no anomaly.
     */
    private Optional<ApiResult<IdentityUser>> end(
            Attempt<IdentityUser> attempt, @Nullable Ok<IdentityUser> before, Ok<IdentityUser> soFar) {
        int known = before == null ? 0 : before.items().size();
        boolean hasNew = soFar.items().size() > known;
        return switch (listing.next(attempt)) {
            case NONE -> Optional.of(soFar);
            case NOT_SAID -> hasNew ? Optional.empty() : Optional.of(before == null ? soFar : before);
            case FOLLOWS -> hasNew ? Optional.empty() : Optional.of(malformed(attempt, NO_PROGRESS));
            case UNREADABLE -> Optional.of(malformed(attempt, UNREADABLE));
        };
    }

    private static ApiResult<IdentityUser> malformed(Attempt<IdentityUser> attempt, String message) {
        return attempt.failed(FailureReason.MALFORMED, message);
    }

    private Get get(int page, Secret key) {
        String before = settings.wordBeforeKey().map(word -> word + " ").orElse("");
        return new Get(
                settings.baseUrl() + listing.path() + listing.query(page),
                Get.JSON,
                new Get.Presented(settings.header(), before, key),
                null);
    }
}
