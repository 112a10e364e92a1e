package io.github.ticryptexporter.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ticryptexporter.api.ApiResult;
import io.github.ticryptexporter.api.ApiSettings;
import io.github.ticryptexporter.api.FleetApi;
import io.github.ticryptexporter.api.Secret;
import io.github.ticryptexporter.api.TlsSettings;
import io.github.ticryptexporter.api.TokenSource;
import io.github.ticryptexporter.fleet.Api;
import io.github.ticryptexporter.fleet.IdentityProvider;
import io.github.ticryptexporter.fleet.SourceId;
import io.github.ticryptexporter.fleet.TokenKind;
import io.github.ticryptexporter.testing.ManualClock;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The providers beside the backend: who is asked for what. */
class IdentityApiTest {

    private static final SourceId USERS = SourceId.site(Api.USERS);
    private static final SourceId MONOCLOUD = SourceId.site(Api.IDENTITY_MONOCLOUD);

    @TempDir
    Path folder;

    @Test
    void theSameSettingsMakeNoOtherClient() throws Exception {
        ApiSettings backend = backend(URI.create("http://127.0.0.1:1"));
        IdentityApi api = IdentityApi.beside(backend, IdentitySettings.NONE, new ManualClock());
        assertSame(api, api.obeying(backend, IdentitySettings.NONE));
        assertNotSame(api, api.obeying(backend, monoCloud(URI.create("http://127.0.0.1:1"))));
    }

    @Test
    void aProviderThatIsGivenLaterIsReadFromThenOn() throws Exception {
        try (FakeProvider backend = FakeProvider.answering(request -> FakeProvider.Answer.json("[]"));
                FakeProvider provider = FakeProvider.answering(request -> FakeProvider.Answer.page(false, "a"))) {
            ApiSettings settings = backend(backend.uri());
            FleetApi api = IdentityApi.beside(settings, IdentitySettings.NONE, new ManualClock())
                    .obeying(settings, monoCloud(provider.uri()));
            api.read(MONOCLOUD);
            assertEquals(List.of("/api/users?page=1&size=100"), provider.requests());
        }
    }

    @Test
    void eachSourceIsReadFromWhereItIs() throws Exception {
        try (FakeProvider backend = FakeProvider.answering(request -> FakeProvider.Answer.json("[]"));
                FakeProvider provider = FakeProvider.answering(request -> FakeProvider.Answer.page(false, "a"))) {
            FleetApi api = IdentityApi.beside(backend(backend.uri()), monoCloud(provider.uri()), new ManualClock());
            api.read(USERS);
            api.read(MONOCLOUD);
            api.lookUp(Api.PROJECT, "proj|0042");

            assertEquals(List.of("/api/users", "/api/projects/proj%7C0042"), backend.requests());
            assertEquals(List.of("/api/users?page=1&size=100"), provider.requests());
        }
    }

    @Test
    void aNewKeyOfAProviderIsNoNewTokenOfTheBackend() throws Exception {
        try (FakeProvider server = FakeProvider.answering(request -> FakeProvider.Answer.page(false))) {
            FleetApi api = IdentityApi.beside(backend(server.uri()), monoCloud(server.uri()), new ManualClock());
            assertInstanceOf(ApiResult.Ok.class, api.read(USERS));
            assertInstanceOf(ApiResult.Ok.class, api.read(MONOCLOUD));
            Files.writeString(key(), "another-key-0042");

            assertTrue(api.hasNewToken(MONOCLOUD));
            assertFalse(api.hasNewToken(USERS));
        }
    }

    private Path key() {
        return folder.resolve("key");
    }

    private IdentitySettings monoCloud(URI uri) throws Exception {
        Files.writeString(key(), ProviderReads.KEY);
        return new IdentitySettings(Map.of(
                IdentityProvider.MONOCLOUD,
                new ProviderSettings(
                        uri,
                        ProviderSettings.MONOCLOUD_HEADER,
                        null,
                        new TokenSource.File("key", key()),
                        TlsSettings.PLATFORM,
                        null)));
    }

    private static ApiSettings backend(URI uri) {
        TokenSource token = new TokenSource.Value(new Secret("invented-token-0042"));
        return new ApiSettings(
                uri,
                Map.of(TokenKind.USER, token, TokenKind.PROJECT, token),
                TlsSettings.PLATFORM,
                null,
                ApiSettings.DEFAULT_CONNECT_TIMEOUT,
                ApiSettings.DEFAULT_REQUEST_TIMEOUT,
                ApiSettings.DEFAULT_MAX_RESPONSE_BYTES,
                Set.of());
    }
}
