package io.github.ticryptexporter.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.ticryptexporter.simulator.RecordedRequest;
import io.github.ticryptexporter.simulator.Scenario;
import io.github.ticryptexporter.simulator.SimulatedSite;
import io.github.ticryptexporter.simulator.SimulatorSettings;
import io.github.ticryptexporter.testing.ManualClock;
import io.github.ticryptexporter.testing.QuietLibraries;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** What goes over the wire to an identity provider. */
@ExtendWith(QuietLibraries.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProviderRequestsTest {

    private final SimulatedSite site = new SimulatedSite(
            new SimulatorSettings(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1, 0.1, Scenario.CALM),
            new ManualClock());
    private final List<RecordedRequest> seen = new CopyOnWriteArrayList<>();

    ProviderRequestsTest() {
        site.onRequest(seen::add);
        site.start();
    }

    @BeforeEach
    void forget() {
        seen.clear();
    }

    @AfterAll
    void stop() {
        site.close();
    }

    @Test
    void monoCloudIsReadPageByPageToItsEnd() throws Exception {
        List<String> accounts = new ArrayList<>();
        site.edit(fleet -> accounts.addAll(fleet.monoCloudUsers.keySet()));

        assertEquals(accounts, monoCloud().ids());
        assertEquals(
                List.of(
                        "GET /__identity/monocloud/api/users?page=1&size=100",
                        "GET /__identity/monocloud/api/users?page=2&size=100",
                        "GET /__identity/monocloud/api/users?page=3&size=100"),
                seen.stream()
                        .map(request -> request.method() + " " + request.path() + "?" + request.query())
                        .toList());
    }

    @Test
    void allthenticateIsReadAtOnce() throws Exception {
        List<String> accounts = new ArrayList<>();
        site.edit(fleet -> fleet.allthenticateUsers.keySet().forEach(id -> accounts.add(Long.toString(id))));

        assertEquals(accounts, allthenticate().ids());
        assertEquals(
                List.of("GET /__identity/allthenticate/multipleusers null"),
                seen.stream()
                        .map(request -> request.method() + " " + request.path() + " " + request.query())
                        .toList());
    }

    @Test
    void theKeyTravelsInItsHeaderAndNowhereElse() throws Exception {
        monoCloud().outcome();
        allthenticate().outcome();

        for (RecordedRequest request : seen) {
            boolean toMonoCloud = request.path().contains("monocloud");
            String key = site.identityKeys().get(toMonoCloud ? "monocloud" : "allthenticate");
            assertEquals(List.of(String.valueOf(key)), request.header(toMonoCloud ? "x-api-key" : "x-simulated-key"));
            assertEquals(List.of(), request.header("cookie"));
            String whole = request.toString();
            assertEquals(whole.indexOf(String.valueOf(key)), whole.lastIndexOf(String.valueOf(key)), whole);
        }
    }

    @Test
    void aRequestHasNoBodyAndTheseHeadersAndNoOther() throws Exception {
        monoCloud().outcome();

        for (RecordedRequest request : seen) {
            Set<String> names = new TreeSet<>(request.headers().keySet());
            // Before Java 19 the client announces an empty body too.
            names.remove("content-length");
            assertEquals(Set.of("accept", "accept-encoding", "host", "user-agent", "x-api-key"), names);
            assertEquals(List.of("gzip"), request.header("accept-encoding"));
            assertEquals("", request.body());
        }
    }

    @Test
    void aSchemeStandsBeforeTheKey() throws Exception {
        assertEquals(
                "unauthorized: GET /multipleusers: expected 200, but was 401:"
                        + " the key is wrong, expired or revoked; put a new one in",
                allthenticate().with(ProviderReads.KEY).after("Bearer").outcome());
        assertEquals(List.of("Bearer " + ProviderReads.KEY), seen.get(0).header("x-simulated-key"));
    }

    @Test
    void aProxyIsAskedInTheProvidersStead() throws Exception {
        try (FakeProvider proxy = FakeProvider.answering(request -> FakeProvider.Answer.json("[]"))) {
            assertEquals(
                    "ok: 0 accounts, {}",
                    allthenticate()
                            .via(InetSocketAddress.createUnresolved(
                                    "127.0.0.1", proxy.uri().getPort()))
                            .outcome());
            assertEquals(List.of(site.identityUri("allthenticate") + "/multipleusers"), proxy.requests());
            assertEquals(List.of(), seen);
        }
    }

    private ProviderReads monoCloud() {
        return ProviderReads.monoCloud(site.identityUri("monocloud"))
                .with(site.identityKeys().getOrDefault("monocloud", "none"));
    }

    private ProviderReads allthenticate() {
        return ProviderReads.allthenticate(site.identityUri("allthenticate"))
                .with(site.identityKeys().getOrDefault("allthenticate", "none"));
    }
}
