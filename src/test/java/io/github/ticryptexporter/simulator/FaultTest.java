package io.github.ticryptexporter.simulator;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FaultTest {
    private static final String DRIVES = "/api/drives";

    private final TestSite site = TestSite.small();

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void aStatusComesWithTheUsualFormOfErrorAndOnlyOnItsPath() {
        site.site.fault(DRIVES, Fault.none().withStatus(503).withHeader("Retry-After", "7"));
        HttpResponse<String> response = site.get(DRIVES, "drive");
        assertEquals(503, response.statusCode());
        assertEquals("7", response.headers().firstValue("Retry-After").orElseThrow());
        assertEquals("{\"message\":\"simulated fault\"}", response.body());
        assertEquals(200, site.get("/api/teams", "team").statusCode());
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 302, 304, 418, 502})
    void anyStatusCanBeAnswered(int status) {
        site.site.fault(DRIVES, Fault.none().withStatus(status).withHeader("Location", "/api/teams"));
        HttpResponse<String> response = site.get(DRIVES, "drive");
        assertEquals(status, response.statusCode());
        assertEquals(status == 204 || status == 304, response.body().isEmpty());
    }

    @Test
    void aHealedSiteAnswersAsBefore() {
        HttpResponse<String> before = site.get(DRIVES, "drive");
        site.site.fault(DRIVES, Fault.none().withStatus(500));
        site.site.heal();
        assertEquals(before.body(), site.get(DRIVES, "drive").body());
    }

    @Test
    void aFaultOfOneRealmLeavesTheOtherAlone() {
        site.site.fault("/api/vms/libvirt/active", Fault.none().withStatus(500));
        assertEquals(500, site.get("/api/vms/libvirt/active", "vm").statusCode());
        assertEquals(200, site.get("/api/vms/libvirt2/active", "vm").statusCode());
    }

    @Test
    void aBodyReplacesTheAnswerByteForByte() {
        byte[] notText = {(byte) 0xff, 0, '[', (byte) 0xfe};
        site.site.fault(DRIVES, Fault.none().withBody(notText).withHeader("Content-Encoding", "gzip"));
        HttpResponse<byte[]> response = TestSite.exchange(
                site.request(DRIVES).header("Accept-Encoding", "gzip").build(),
                HttpResponse.BodyHandlers.ofByteArray());
        assertEquals(200, response.statusCode());
        assertEquals("gzip", response.headers().firstValue("Content-Encoding").orElseThrow());
        assertArrayEquals(notText, response.body());
    }

    @Test
    void aHeaderReplacesThatOfTheAnswer() {
        String date = "Thu, 01 Jan 1970 00:00:00 GMT";
        site.site.fault(
                DRIVES, Fault.none().withHeader("Date", date).withHeader("Content-Type", "application/problem+json"));
        HttpResponse<String> response = site.get(DRIVES, "drive");
        assertEquals(List.of(date), response.headers().allValues("Date"));
        assertEquals(List.of("application/problem+json"), response.headers().allValues("Content-Type"));
        assertTrue(TestSite.json(response).isArray());
    }

    @Test
    void aCutAnswerAnnouncesMoreThanItSends() {
        site.site.fault(DRIVES, Fault.none().cutAfter(100));
        UncheckedIOException failure = assertThrows(UncheckedIOException.class, () -> site.get(DRIVES, "drive"));
        assertTrue(
                String.valueOf(failure.getMessage()).contains("received: 100"), String.valueOf(failure.getMessage()));
    }

    @Test
    void aDrippingAnswerArrivesWholeInTheEnd() {
        site.site.fault(DRIVES, Fault.none().withBody("[]").dripping(Duration.ofMillis(1)));
        assertEquals("[]", site.get(DRIVES, "drive").body());
    }

    @Test
    void aHangingAnswerDoesNotKeepTheSiteFromOthersNorFromClosing() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        site.site.onRequest(request -> asked.countDown());
        site.site.fault(DRIVES, Fault.none().delayedBy(Duration.ofDays(1)));
        CompletableFuture<HttpResponse<String>> hanging = HttpClient.newHttpClient()
                .sendAsync(site.request(DRIVES).build(), HttpResponse.BodyHandlers.ofString());
        assertTrue(asked.await(30, TimeUnit.SECONDS));
        assertEquals(200, site.get("/api/teams", "team").statusCode());
        site.close();
        // Let go, it may still be answered or be cut off.
        try {
            assertEquals(401, hanging.join().statusCode());
        } catch (CompletionException cutOff) {
            assertTrue(cutOff.getCause() instanceof IOException, cutOff.toString());
        }
    }

    @Test
    void everyRequestIsRecordedAsSentWhetherOrNotItsRouteExists() {
        List<RecordedRequest> seen = new ArrayList<>();
        site.site.onRequest(seen::add);
        site.send("POST", "/nothing/a%7Cb?x=%20y", "drive", "some text");
        RecordedRequest request = seen.get(0);
        assertEquals(1, seen.size());
        assertEquals("POST", request.method());
        assertEquals("/nothing/a%7Cb", request.path());
        assertEquals("x=%20y", request.query());
        assertEquals("some text", request.body());
        assertEquals(List.of("TC_TOKEN=" + site.site.tokens().get("drive")), request.header("cookie"));
        assertEquals(List.of(), request.header("accept-encoding"));
    }

    @Test
    void aBrokenSiteIsAnUnexpectedServerError() {
        site.site.onRequest(request -> {
            throw new IllegalStateException("secret detail");
        });
        HttpResponse<String> response = site.get(DRIVES, "drive");
        assertEquals(500, response.statusCode());
        assertEquals("{\"message\":\"unexpected server error\"}", response.body());
    }

    @Test
    void anElementThatCannotBeWrittenIsAnUnexpectedServerError() {
        site.site.edit(fleet ->
                fleet.projects.values().iterator().next().settings = Map.of("cannot be written", new Object()));
        HttpResponse<String> response = site.get("/api/projects", "project");
        assertEquals(500, response.statusCode());
        assertEquals("{\"message\":\"unexpected server error\"}", response.body());
    }

    @Test
    void anEditIsSeenByTheNextRequestAndStaysWhileTheClockStands() {
        site.site.edit(fleet -> fleet.drives.values().iterator().next().state = "Strange");
        assertEquals("Strange", site.read(DRIVES, "drive").get(0).get("state").asText());
        assertEquals("Strange", site.read(DRIVES, "drive").get(0).get("state").asText());
    }

    @Test
    void aFleetThatAnEditHasEmptiedStillAnswersAsTimeGoesOn() {
        site.site.edit(fleet -> {
            fleet.drives.clear();
            fleet.teams.clear();
            fleet.users.clear();
            fleet.realms.values().forEach(realm -> realm.configs.clear());
            fleet.realms.remove("libvirt2");
        });
        for (Scenario scenario : Scenario.values()) {
            site.ticks(100);
            site.site.scenario(scenario);
        }
        site.site.scenario(Scenario.CALM);
        assertEquals("[]", site.get(DRIVES, "drive").body());
        assertEquals(404, site.get("/api/vms/libvirt2/active", "vm").statusCode());
    }
}
