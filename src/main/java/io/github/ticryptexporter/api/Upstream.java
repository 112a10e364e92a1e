package io.github.ticryptexporter.api;

import io.github.ticryptexporter.fleet.SourceId;
import java.io.IOException;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.time.InstantSource;

/** A server that is read over HTTP, the backend or an identity provider; what an {@link Attempt} is made with. */
public final class Upstream {

    private final UpstreamSettings settings;
    private final InstantSource clock;
    private final HttpClient client;
    private final Memory memory = new Memory();

    /**
     * @throws IOException when certificates or keys that the settings name cannot be used; the message says which
     */
    public Upstream(UpstreamSettings settings, InstantSource clock) throws IOException {
        this.settings = settings;
        this.clock = clock;
        this.client = client(settings);
    }

    private static HttpClient client(UpstreamSettings settings) throws IOException {
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(Version.HTTP_1_1)
                .followRedirects(Redirect.NEVER)
                .connectTimeout(settings.connectTimeout());
        if (settings.proxy() != null) {
            builder.proxy(ProxySelector.of(settings.proxy()));
        }
        TlsContext.of(settings.tls()).ifPresent(builder::sslContext);
        return builder.build();
    }

    /**
     * Begins to read, for which the deadline is counted from now.
     *
     * @param source of which {@link #remembered} may have taken in a list
     * @param name the request in words, for messages
     * @param form what the answer is to be
     */
    public <T> Attempt<T> attempt(SourceId source, String name, AnswerForm<T> form) {
        return new Attempt<>(this, name, new AnswerReader<>(form, memory.texts(), memory.latest(source)));
    }

    /** The result of an attempt to read a list, which the source's next attempt is going to use again what is good of. */
    public <T> ApiResult<T> remembered(SourceId source, ApiResult<T> result) {
        if (result instanceof ApiResult.Ok<T> ok) {
            memory.remember(source, ok.items());
        }
        return result;
    }

    UpstreamSettings settings() {
        return settings;
    }

    InstantSource clock() {
        return clock;
    }

    HttpClient client() {
        return client;
    }
}
