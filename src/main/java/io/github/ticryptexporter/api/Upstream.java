package io.github.ticryptexporter.api;

import io.github.ticryptexporter.fleet.SourceId;
import java.io.UncheckedIOException;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.time.InstantSource;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import org.jspecify.annotations.Nullable;

/** A server that is read over HTTP, the backend or an identity provider; what an {@link Attempt} is made with. */
public final class Upstream {

    /** Whatever the platform was told to allow beside. */
    private static final String[] TLS_VERSIONS = {"TLSv1.3", "TLSv1.2"};

    private final UpstreamSettings settings;
    private final InstantSource clock;
    private final Memory memory;
    private @Nullable HttpClient client;

    public Upstream(UpstreamSettings settings, InstantSource clock) {
        this(settings, clock, new Memory());
    }

    private Upstream(UpstreamSettings settings, InstantSource clock, Memory memory) {
        this.settings = settings;
        this.clock = clock;
        this.memory = memory;
    }

    /** The same server under other settings; what its answers had in them is remembered. */
    public synchronized Upstream obeying(UpstreamSettings other) {
        Upstream next = new Upstream(other, clock, memory);
        next.client = other.isReachedAs(settings) ? client : null;
        return next;
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

    /**
     * Built when it is first wanted: it parses each authority that the platform trusts, for which no scrape has to wait.
     *
     * @throws SSLException when these cannot be read
     */
    synchronized HttpClient client() throws SSLException {
        if (client == null) {
            client = build();
        }
        return client;
    }

    /** Through the proxy that the settings name or none, whatever the platform was told. */
    private HttpClient build() throws SSLException {
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(Version.HTTP_1_1)
                .followRedirects(Redirect.NEVER)
                .connectTimeout(settings.connectTimeout());
        builder.proxy(settings.proxy() == null ? HttpClient.Builder.NO_PROXY : ProxySelector.of(settings.proxy()));
        builder.sslParameters(new SSLParameters(null, TLS_VERSIONS));
        TlsContext.of(settings.tls()).ifPresent(builder::sslContext);
        try {
            return builder.build();
        } catch (UncheckedIOException e) {
            throw new SSLException("the platform's own trust cannot be read", e);
        }
    }
}
