package io.github.ticryptexporter.identity;

import io.github.ticryptexporter.api.ApiClient;
import io.github.ticryptexporter.api.ApiResult;
import io.github.ticryptexporter.api.ApiSettings;
import io.github.ticryptexporter.api.FleetApi;
import io.github.ticryptexporter.fleet.Api;
import io.github.ticryptexporter.fleet.SourceId;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;

/** The identity providers beside the backend: reads their routes itself and leaves all others to it. */
public final class IdentityApi implements FleetApi {

    private final ApiSettings api;
    private final IdentitySettings settings;
    private final ApiClient backend;
    private final Map<Api, ProviderClient> providers = new EnumMap<>(Api.class);
    private final InstantSource clock;

    private IdentityApi(ApiSettings api, IdentitySettings settings, ApiClient backend, InstantSource clock) {
        this.api = api;
        this.settings = settings;
        this.backend = backend;
        this.clock = clock;
        settings.providers()
                .forEach((provider, reached) ->
                        providers.put(provider.api(), new ProviderClient(provider, reached, api, clock)));
    }

    /**
     * The backend with the providers that are configured, be it none.
     *
     * @param api whose timeouts and sizes hold for providers too
     */
    public static IdentityApi beside(ApiSettings api, IdentitySettings settings, InstantSource clock) {
        return new IdentityApi(api, settings, new ApiClient(api, clock), clock);
    }

    /** The same backend and providers under other settings; this very object when they are the same. */
    public IdentityApi obeying(ApiSettings otherApi, IdentitySettings other) {
        return otherApi.equals(api) && other.equals(settings)
                ? this
                : new IdentityApi(otherApi, other, backend.obeying(otherApi), clock);
    }

    @Override
    public ApiResult<?> read(SourceId source) throws InterruptedException {
        ProviderClient provider = providers.get(source.api());
        return provider == null ? backend.read(source) : provider.read();
    }

    @Override
    public ApiResult<?> lookUp(Api route, String id) throws InterruptedException {
        return backend.lookUp(route, id);
    }

    @Override
    public boolean hasNewToken(SourceId source) {
        ProviderClient provider = providers.get(source.api());
        return provider == null ? backend.hasNewToken(source) : provider.hasNewKey();
    }
}
