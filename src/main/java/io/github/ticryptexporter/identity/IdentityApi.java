package io.github.ticryptexporter.identity;

import io.github.ticryptexporter.api.ApiClient;
import io.github.ticryptexporter.api.ApiResult;
import io.github.ticryptexporter.api.ApiSettings;
import io.github.ticryptexporter.api.FleetApi;
import io.github.ticryptexporter.fleet.Api;
import io.github.ticryptexporter.fleet.IdentityProvider;
import io.github.ticryptexporter.fleet.SourceId;
import java.io.IOException;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;

/** The identity providers beside the backend: reads their routes itself and leaves all others to it. */
public final class IdentityApi implements FleetApi {

    private final FleetApi backend;
    private final Map<Api, ProviderClient> providers;

    private IdentityApi(FleetApi backend, Map<Api, ProviderClient> providers) {
        this.backend = backend;
        this.providers = providers;
    }

    /**
     * The backend with the providers that are configured; the backend itself where none is.
     *
     * @param api whose timeouts and sizes hold for providers too
     * @throws IOException when certificates or keys that the settings name cannot be used; the message says which
     */
    public static FleetApi beside(ApiSettings api, IdentitySettings settings, InstantSource clock) throws IOException {
        FleetApi backend = new ApiClient(api, clock);
        Map<Api, ProviderClient> clients = new EnumMap<>(Api.class);
        for (Map.Entry<IdentityProvider, ProviderSettings> one :
                settings.providers().entrySet()) {
            clients.put(one.getKey().api(), new ProviderClient(one.getKey(), one.getValue(), api, clock));
        }
        return clients.isEmpty() ? backend : new IdentityApi(backend, clients);
    }

    @Override
    public ApiResult<?> read(SourceId source) throws InterruptedException {
        ProviderClient provider = providers.get(source.api());
        return provider == null ? backend.read(source) : provider.read();
    }

    @Override
    public ApiResult<?> lookUp(Api api, String id) throws InterruptedException {
        return backend.lookUp(api, id);
    }

    @Override
    public boolean hasNewToken(SourceId source) {
        ProviderClient provider = providers.get(source.api());
        return provider == null ? backend.hasNewToken(source) : provider.hasNewKey();
    }
}
