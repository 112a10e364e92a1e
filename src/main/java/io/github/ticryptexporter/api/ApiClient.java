package io.github.ticryptexporter.api;

import io.github.ticryptexporter.api.ApiResult.Failed;
import io.github.ticryptexporter.api.ApiResult.Ok;
import io.github.ticryptexporter.fleet.Api;
import io.github.ticryptexporter.fleet.FailureReason;
import io.github.ticryptexporter.fleet.SourceId;
import io.github.ticryptexporter.fleet.TokenKind;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads routes of the backend, one at a time: GET with the token in a cookie and nowhere else, no redirect followed. */
public final class ApiClient implements FleetApi {

    private final ApiSettings settings;
    private final Upstream backend;
    private final Credentials tokens;

    public ApiClient(ApiSettings settings, InstantSource clock) {
        this(settings, new Upstream(settings.upstream(), clock), new Credentials());
    }

    private ApiClient(ApiSettings settings, Upstream backend, Credentials tokens) {
        this.settings = settings;
        this.backend = backend;
        this.tokens = tokens;
    }

    /** A client of the same backend under other settings, with what this one remembers; this one when they are the same. */
    public ApiClient obeying(ApiSettings other) {
        if (other.equals(settings)) {
            return this;
        }
        tokens.keep(other.tokens().values());
        return new ApiClient(other, backend.obeying(other.upstream()), tokens);
    }

    @Override
    public ApiResult<?> read(SourceId source) throws InterruptedException {
        return backend.remembered(source, ask(source, Route.of(source.api()), source.realm()));
    }

    @Override
    public ApiResult<?> lookUp(Api api, String id) throws InterruptedException {
        ApiResult<?> result = ask(SourceId.site(api), Route.of(api), id);
        return result instanceof Failed<?> failed && failed.reason() == FailureReason.NOT_FOUND
                ? new Ok<>(List.of(), 0, Map.of(), null, failed.exchange())
                : result;
    }

    @Override
    public boolean hasNewToken(SourceId source) {
        return token(source).filter(token -> tokens.hasNew(source, token)).isPresent();
    }

    private <T> ApiResult<T> ask(SourceId source, Route<T> route, String asked) throws InterruptedException {
        Attempt<T> attempt = backend.attempt(source, route.nameFor(asked), route.form(settings.freeText()));
        Optional<TokenSource> token = token(source);
        if (token.isEmpty()) {
            String kind = source.api().token().map(TokenKind::label).orElse("such");
            return attempt.failed(FailureReason.UNAUTHORIZED, "no " + kind + " token is configured");
        }
        try {
            Secret secret = tokens.forAttempt(source, token.get());
            return attempt.read(new Get(
                    settings.baseUrl() + route.pathFor(asked),
                    Get.JSON,
                    new Get.Presented("Cookie", "TC_TOKEN=", secret),
                    route.bodyFor(asked).orElse(null)));
        } catch (IOException e) {
            return attempt.failed(FailureReason.UNAUTHORIZED, e.getMessage());
        }
    }

    private Optional<TokenSource> token(SourceId source) {
        return source.api().token().map(settings.tokens()::get);
    }
}
